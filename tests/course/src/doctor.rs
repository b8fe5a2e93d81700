//! `cargo course doctor`: what a learner's machine needs, each with what to do.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::files;
use crate::memory;
use crate::paint::{BAD, GOOD, HEADING, Paper, hang, pad};
use crate::programs::{OLDEST, find_python};
use crate::trouble::{Answer, UNSOLVED};
use catalog::Course;
use launch::like_the_shell;

/// A build of everything takes about a third of this.
const ROOM: u64 = 3 << 30;

enum Finding {
    Good(String),
    /// Something a learner can go without for now.
    Weak(String, String),
    Bad(String, String),
}

use Finding::{Bad, Good, Weak};

pub fn doctor(course: &Course, paper: &Paper) -> Answer<u8> {
    let findings = [
        ("폴더", folder(course)),
        ("rustc", rustc()),
        ("cargo", cargo()),
        ("링커", linker()),
        ("파이썬", python()),
        ("편집기", editor()),
        ("디스크", disk(course)),
        ("쓰기", writing(course)),
        ("단계 파일", steps(course)),
    ];
    let mut bad = false;
    for (name, finding) in findings {
        let (style, word, what, advice) = match finding {
            Good(what) => (GOOD, "좋음", what, String::new()),
            Weak(what, advice) => (HEADING, "주의", what, advice),
            Bad(what, advice) => {
                bad = true;
                (BAD, "고침", what, advice)
            }
        };
        paper.print(&hang(&format!("{style}{word}{style:#}  {}{what}", pad(name, 11)), 0, 17));
        if !advice.is_empty() {
            paper.print(&hang(&format!("-> {advice}"), 17, 20));
        }
    }
    Ok(if bad { UNSOLVED } else { 0 })
}

fn said(program: &str, words: &[&str]) -> Option<String> {
    let mut command = Command::new(program);
    let output = like_the_shell(&mut command).args(words).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

fn folder(course: &Course) -> Finding {
    if !course.at("lessons").is_dir() {
        return Bad("lessons 폴더가 없습니다.".into(), "옮기거나 이름을 바꾸었다면 되돌립니다.".into());
    }
    let here = std::env::current_dir().unwrap_or_default();
    match here.starts_with(&course.root) {
        true => Good(course.root.display().to_string()),
        false => Bad(
            format!("{} 폴더는 과정의 폴더가 아닙니다.", here.display()),
            format!("cd {} 를 실행한 뒤 다시 합니다.", course.root.display()),
        ),
    }
}

fn rustc() -> Finding {
    let wanted = env!("CARGO_PKG_RUST_VERSION");
    let update = "rustup update stable을 실행합니다. rustup이 없다면 https://rustup.rs 에서 설치합니다.";
    let Some(version) = said("rustc", &["--version"]) else {
        return Bad("rustc를 찾지 못했습니다.".into(), update.into());
    };
    let numbers = |text: &str| -> Vec<u32> { text.split(['.', '-']).map_while(|n| n.parse().ok()).collect() };
    let number = version.split(' ').nth(1).unwrap_or("").to_string();
    match numbers(&number) >= numbers(wanted) {
        true => Good(number),
        false => Bad(format!("{number}: 오래되었습니다. {wanted} 이상이 필요합니다."), update.into()),
    }
}

fn cargo() -> Finding {
    let program = std::env::var("CARGO").unwrap_or("cargo".into());
    match said(&program, &["--version"]) {
        Some(version) => Good(version.split(' ').nth(1).unwrap_or("").to_string()),
        None => Bad(
            "cargo를 실행하지 못했습니다.".into(),
            "https://rustup.rs 의 방법으로 다시 설치합니다.".into(),
        ),
    }
}

/// Links the smallest program there is: only that proves that linking works.
fn linker() -> Finding {
    let folder = std::env::temp_dir().join(format!("course-linker-{}", std::process::id()));
    let linked = std::fs::create_dir_all(&folder).and_then(|()| {
        let source = folder.join("empty.rs");
        std::fs::write(&source, "fn main() {}\n")?;
        let mut command = Command::new("rustc");
        command.arg(&source).arg("-o").arg(folder.join("empty")).current_dir(&folder);
        Ok(command.stdin(Stdio::null()).output()?.status.success())
    });
    let _ = std::fs::remove_dir_all(&folder);
    let advice = if cfg!(target_os = "macos") {
        "xcode-select --install을 실행합니다."
    } else if cfg!(windows) {
        "Visual Studio Build Tools에서 'C++를 사용한 데스크톱 개발'을 설치합니다."
    } else {
        "C 컴파일러를 설치합니다. 우분투와 데비안에서는 sudo apt install build-essential입니다."
    };
    match linked {
        Ok(true) => Good("빈 프로그램을 링크했습니다.".into()),
        _ => Bad("빈 프로그램을 링크하지 못했습니다.".into(), advice.into()),
    }
}

fn python() -> Finding {
    let advice = "없어도 모든 단계를 풀 수 있습니다. cargo course python을 쓰려면 3.10 이상을 설치합니다.";
    match find_python() {
        Some((name, version @ (major, minor))) if version >= OLDEST => {
            Good(format!("{major}.{minor} ({name})"))
        }
        Some((_, (major, minor))) => Weak(format!("{major}.{minor}: 오래되었습니다."), advice.into()),
        None => Weak("찾지 못했습니다.".into(), advice.into()),
    }
}

fn editor() -> Finding {
    match crate::watch::editor() {
        Some(words) => Good(words.join(" ")),
        None => Weak(
            "EDITOR가 정해지지 않았습니다.".into(),
            "o 키로 편집기를 열려면 셸 설정에 export EDITOR=vim 처럼 적습니다. 편집기를 직접 열어도 됩니다."
                .into(),
        ),
    }
}

#[cfg(unix)]
fn room(folder: &Path) -> Option<u64> {
    let existing = folder.ancestors().find(|folder| folder.exists())?;
    let about = rustix::fs::statvfs(existing).ok()?;
    Some(about.f_bavail * about.f_frsize)
}

#[cfg(not(unix))]
fn room(_: &Path) -> Option<u64> {
    None
}

fn disk(course: &Course) -> Finding {
    match room(&memory::target(&course.root)) {
        None => Good("남은 자리를 알 수 없습니다.".into()),
        Some(bytes) if bytes >= ROOM => Good(format!("{:.1}GB 남음", bytes as f64 / (1u64 << 30) as f64)),
        Some(bytes) => Bad(
            format!("{}MB만 남았습니다. 빌드에는 1GB쯤 듭니다.", bytes >> 20),
            "쓰지 않는 파일을 지웁니다. 다른 Rust 프로젝트의 target 폴더를 지워도 됩니다.".into(),
        ),
    }
}

fn writing(course: &Course) -> Finding {
    for folder in [course.at("lessons"), memory::target(&course.root)] {
        let tried = files::part(&folder, &[b' '; 4096]).and_then(std::fs::remove_file);
        if let Err(error) = tried {
            let trouble =
                crate::trouble::Trouble::of_io(&format!("{}에 쓰지 못했습니다", folder.display()), &error);
            return Bad(trouble.what, trouble.advice);
        }
    }
    Good("lessons 폴더와 빌드 폴더에 쓸 수 있습니다.".into())
}

fn steps(course: &Course) -> Finding {
    let broken =
        course.steps().find_map(|step| files::read(course, step).err().map(|fault| fault.trouble(step)));
    match broken {
        Some(trouble) => Bad(trouble.what, trouble.advice),
        None => Good(format!("{}개 모두 있습니다.", course.steps().count())),
    }
}
