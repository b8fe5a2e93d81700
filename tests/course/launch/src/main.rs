//! `cargo course`: builds the guide if need be, and becomes it.
//!
//! A guide takes its time to compile on a fresh clone, and cargo has only its own lines to show meanwhile. This program
//! depends on next to nothing, so it is there at once and says what can be read until then.

use std::env::{self, consts::EXE_SUFFIX};
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::{Command, ExitCode};

use catalog::Course;
use launch::like_the_shell;

/// As a learner may wait on two quiet cores.
const TAKES: &str = "길잡이를 컴파일합니다. 처음 한 번이고 15초쯤 걸립니다.";

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    match start(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("길잡이를 시작하지 못했습니다: {error}");
            ExitCode::from(3)
        }
    }
}

fn start(arguments: &[std::ffi::OsString]) -> io::Result<ExitCode> {
    // Both programs lie in the same folder: cargo builds them for the same workspace and profile.
    let guide = env::current_exe()?.with_file_name(format!("course{EXE_SUFFIX}"));
    let there = guide.is_file();
    if !there {
        let page = if arguments.is_empty() && io::stderr().is_terminal() {
            welcome(&Course::around(&env::current_dir()?))
        } else {
            TAKES.to_string()
        };
        eprintln!("{page}");
    }
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()));
    like_the_shell(&mut cargo).args(["build", "-p", "course"]).args(there.then_some("--quiet"));
    let built = cargo.status()?;
    if !built.success() {
        return Ok(ExitCode::from(built.code().map_or(101, |code| code as u8)));
    }
    become_it(&guide, arguments)
}

/// What to read meanwhile: the first step, its file, and what it must keep.
fn welcome(course: &Course) -> String {
    let Some(step) = course.steps().next() else { return TAKES.to_string() };
    let promises: Vec<String> = course.promises(step).iter().map(|says| format!("  - {says}")).collect();
    format!(
        "\n러스트로 다시 배우는 동시성\n\n첫 단계: {} ({} {})\n\n고칠 곳\n  {}\n\n지켜야 할 약속\n{}\n\n{TAKES}\n그동안 고칠 곳의 머리말을 읽어 둡니다.\n",
        step.title,
        step.topic,
        step.name,
        step.file(),
        promises.join("\n"),
    )
}

#[cfg(unix)]
fn become_it(guide: &Path, arguments: &[std::ffi::OsString]) -> io::Result<ExitCode> {
    use std::os::unix::process::CommandExt;
    Err(like_the_shell(&mut Command::new(guide)).args(arguments).exec())
}

#[cfg(not(unix))]
fn become_it(guide: &Path, arguments: &[std::ffi::OsString]) -> io::Result<ExitCode> {
    let ended = like_the_shell(&mut Command::new(guide)).args(arguments).status()?;
    Ok(ExitCode::from(ended.code().map_or(101, |code| code as u8)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_page_fits_a_small_screen_and_names_what_to_open() {
        let page = welcome(&Course::here());
        let columns =
            |line: &str| line.chars().map(|letter| 1 + usize::from(letter > '\u{1100}')).sum::<usize>();
        assert!(page.contains("lessons/multithread/src/spawn.rs"), "the file to open is missing:\n{page}");
        // Two lines are cargo's.
        assert!(page.lines().count() <= 22, "24 lines do not hold\n{page}");
        assert!(page.lines().all(|line| columns(line) <= 80), "80 columns do not hold\n{page}");
    }
}
