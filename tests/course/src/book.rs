//! `cargo course book`: the book, or the page of a topic or a step.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::browser;
use crate::memory;
use crate::paint::{Paper, wrap};
use crate::programs;
use crate::trouble::{Answer, Trouble};
use catalog::{Course, Step, Topic};
use launch::like_the_shell;

/// Serves the book, or builds it and opens one page.
pub fn command(
    course: &Course,
    topic: Option<&Topic>,
    step: Option<&Step>,
    port: Option<&str>,
    paper: &Paper,
) -> Answer<u8> {
    there(course)?;
    let Some(topic) = topic else { return programs::serve(course, port) };
    let page = match step {
        Some(step) => format!("{}/{}", step.topic, step.name),
        None => topic.name.clone(),
    };
    eprintln!("{MAKING}");
    let built = build(course, &page)?;
    paper.print(&told(&built));
    Ok(0)
}

pub const MAKING: &str = "책을 만듭니다. 처음에는 책을 만드는 프로그램부터 컴파일하므로 1, 2분 걸립니다.";

/// The page of a step.
pub fn page_of(step: &Step) -> String {
    format!("{}/{}", step.topic, step.name)
}

/// Builds the whole book and gives the file of one page, named without its ending.
pub fn build(course: &Course, page: &str) -> Answer<PathBuf> {
    there(course)?;
    let cargo = std::env::var_os("CARGO").unwrap_or("cargo".into());
    let folder = memory::target(&course.root).join("book");
    let mut command = Command::new(cargo);
    command.args(["run", "--quiet", "-p", "book", "--", "build", "--output"]).arg(&folder);
    command.current_dir(&course.root).stdin(Stdio::null());
    let failed = |error| Trouble::of_io("cargo를 실행하지 못했습니다", &error);
    let output = like_the_shell(&mut command).output().map_err(failed)?;
    let file = folder.join(format!("{page}.html"));
    if output.status.success() && file.is_file() {
        return Ok(file);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Trouble::blocked(
        format!("책을 만들지 못했습니다.\n{}", said.trim()),
        "cargo run -p book -- build를 실행해 무슨 일이 있는지 봅니다.",
    ))
}

/// Opens the page, and says where it is.
pub fn told(file: &std::path::Path) -> String {
    let address = browser::address(file);
    let how = if browser::open(&address) {
        "책의 페이지를 브라우저로 열었습니다."
    } else {
        "브라우저를 찾지 못했습니다. 이 주소를 브라우저에 붙여 넣습니다."
    };
    format!("{}\n  {address}", wrap(how, 0))
}

fn there(course: &Course) -> Answer<()> {
    if course.at("book/Cargo.toml").is_file() {
        return Ok(());
    }
    Err(Trouble::blocked("책은 아직 없습니다.", "그때까지는 단계 파일의 머리말이 길잡이입니다."))
}
