//! `cargo course python` and the book's server: other programs, run in place of this one.

use std::process::{Command, Stdio};

use crate::trouble::{Answer, Trouble};
use catalog::{Course, Topic};
use launch::like_the_shell;

/// The oldest Python that the programs are written for.
pub const OLDEST: (u32, u32) = (3, 10);

/// A Python that can run the programs, and its version. Where there is only an older one, that one.
pub fn find_python() -> Option<(&'static str, (u32, u32))> {
    let mut older = None;
    for name in ["python3", "python"] {
        let asked = Command::new(name).arg("--version").stdin(Stdio::null()).output();
        let Some(said) = asked.ok().filter(|output| output.status.success()) else { continue };
        let text = String::from_utf8_lossy(&said.stdout).into_owned();
        let mut numbers =
            text.trim().trim_start_matches("Python ").split('.').map_while(|n| n.parse::<u32>().ok());
        if let (Some(major), Some(minor)) = (numbers.next(), numbers.next()) {
            if (major, minor) >= OLDEST {
                return Some((name, (major, minor)));
            }
            older.get_or_insert((name, (major, minor)));
        }
    }
    older
}

pub fn python(course: &Course, topic: &Topic, rest: &[&String]) -> Answer<u8> {
    let advice = "https://www.python.org/downloads 에서 3.10 이상을 받거나, 운영 체제의 패키지로 설치합니다.";
    let (name, version) = match find_python() {
        None => return Err(Trouble::blocked("파이썬을 찾지 못했습니다.", advice)),
        Some((_, (major, minor))) if (major, minor) < OLDEST => {
            return Err(Trouble::blocked(
                format!("파이썬이 오래되었습니다: {major}.{minor}. 3.10 이상이 필요합니다."),
                advice,
            ));
        }
        Some(found) => found,
    };
    let file = format!("lessons/{0}/{0}.py", topic.name);
    if !course.at(&file).is_file() {
        return Err(Trouble::blocked(
            format!("{file} 파일이 없습니다."),
            "파일을 옮기거나 이름을 바꾸었다면 되돌립니다.",
        ));
    }
    eprintln!("파이썬 {}.{}: {file}", version.0, version.1);
    run(Command::new(name).arg("-X").arg("utf8").arg(course.at(&file)).args(rest), name)
}

/// Shows the book in a browser for as long as this runs.
pub fn serve(course: &Course, port: Option<&str>) -> Answer<u8> {
    let cargo = std::env::var_os("CARGO").unwrap_or("cargo".into());
    let mut command = Command::new(cargo);
    command.args(["run", "-p", "book", "--", "serve"]).current_dir(&course.root);
    command.args(port.map(|port| ["--port", port]).into_iter().flatten());
    run(&mut command, "cargo")
}

/// With our own standard streams, and its exit code as ours.
fn run(command: &mut Command, name: &str) -> Answer<u8> {
    let status = like_the_shell(command).status();
    let status =
        status.map_err(|error| Trouble::of_io(&format!("{name} 프로그램을 실행하지 못했습니다"), &error))?;
    Ok(status.code().map_or(crate::trouble::BLOCKED, |code| u8::try_from(code).unwrap_or(1)))
}
