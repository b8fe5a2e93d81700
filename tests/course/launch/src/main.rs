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
const BOTH_TAKE: &str = "길잡이와 검사에 쓸 라이브러리를 컴파일합니다. 처음 한 번이고 25초쯤 걸립니다.";

/// What the first lesson is judged with. Built in one go with the guide it keeps all processors busy, where the guide alone
/// leaves half of them idle; none of the learner's code is among it.
const JUDGES: [&str; 5] = ["interleave", "judge", "model-crossbeam", "model-parking_lot", "model-std"];

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
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()));
    like_the_shell(&mut cargo).args(["build", "-p", "course"]);
    if guide.is_file() {
        cargo.arg("--quiet");
    } else if arguments.is_empty() {
        cargo.args(JUDGES.iter().flat_map(|package| ["-p", package]));
        if io::stderr().is_terminal() {
            eprintln!("{}", welcome(&Course::around(&env::current_dir()?)));
        } else {
            eprintln!("{BOTH_TAKE}");
        }
    } else {
        eprintln!("{TAKES}");
    }
    let built = cargo.status()?;
    if !built.success() {
        return Ok(ExitCode::from(built.code().map_or(101, |code| code as u8)));
    }
    become_it(&guide, arguments)
}

/// What to read meanwhile: the first step, its file, and what it must keep.
fn welcome(course: &Course) -> String {
    let Some(step) = course.steps().next() else { return BOTH_TAKE.to_string() };
    let promises: Vec<String> = course.promises(step).iter().map(|says| format!("  - {says}")).collect();
    format!(
        "\n러스트로 다시 배우는 동시성\n\n첫 단계: {} ({} {})\n\n고칠 곳\n  {}\n\n지켜야 할 약속\n{}\n\n{BOTH_TAKE}\n그동안 고칠 곳의 머리말을 읽어 둡니다.\n",
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
    use std::collections::BTreeMap;

    use super::*;

    /// Each package that is compiled for `package`, with its features.
    fn compiled(package: &str, edges: &str) -> BTreeMap<String, String> {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()));
        cargo.args(["tree", "--offline", "--prefix=none", "--no-dedupe", "--format={p}|{f}"]);
        cargo.args(["--edges", edges, "--package", package]);
        let out = cargo.output().expect("cargo can be started");
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        let lines = String::from_utf8(out.stdout).expect("cargo prints text");
        let pair = |line: &str| line.split_once('|').map(|(name, features)| (name.into(), features.into()));
        lines.lines().filter_map(pair).collect()
    }

    #[test]
    fn the_guide_and_a_lesson_are_built_from_the_same_libraries() {
        let guide = compiled("course", "normal,build");
        let lesson = compiled("lesson-multithread", "normal,build,dev");
        let both = guide.iter().filter_map(|(name, features)| Some((name, features, lesson.get(name)?)));
        let twice: Vec<_> = both.clone().filter(|(_, one, other)| one != other).collect();
        assert!(both.count() > 5, "they have hardly anything in common");
        assert!(twice.is_empty(), "tests/report/Cargo.toml evens these out: {twice:?}");
    }

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
