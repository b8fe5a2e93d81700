//! 노트의 프로그램을 Rust와 파이썬으로 돌려, 같은 출력이 나오는지 확인합니다.

use std::path::Path;
use std::process::{Command as System, ExitCode};

use assert_cmd::Command;
use libtest_mimic::{Arguments, Completion, Failed, Trial};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../lessons/multithread/multithread.py");
const SNAPSHOTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/mutex/snapshots");

fn rust() -> Command {
    Command::new(env!("CARGO_BIN_EXE_solution-mutex"))
}

fn python() -> Command {
    let mut command = Command::new("python3");
    command.arg(SCRIPT).env("PYTHONIOENCODING", "utf-8").env("PYTHONDONTWRITEBYTECODE", "1");
    command
}

fn lines(mut command: Command) -> Vec<String> {
    let output = command.assert().success().get_output().stdout.clone();
    String::from_utf8_lossy(&output).lines().map(str::to_string).collect()
}

/// `작업 7 시작`의 7입니다.
fn job(line: &str) -> u32 {
    let number = line.split(' ').nth(1).and_then(|number| number.parse().ok());
    number.unwrap_or_else(|| panic!("작업 번호가 없는 줄입니다: {line}"))
}

/// 스레드의 순서는 실행마다 다르므로, 작업 번호로 모아 비교합니다.
fn compare(mut lines: Vec<String>) {
    lines.sort_by_key(|line| job(line));
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(Path::new(SNAPSHOTS));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("program", lines.join("\n")));
}

fn safely(command: Command) {
    let lines = lines(command);
    for pair in lines.chunk_by(|before, after| job(before) == job(after)) {
        let starts = pair.iter().filter(|line| line.ends_with("시작")).count();
        assert!(starts == 1 && pair[0].ends_with("시작"), "다른 작업의 줄이 끼어들었습니다: {pair:?}");
    }
    compare(lines);
}

fn unsafely(mut command: Command) {
    command.arg("--unsafe");
    compare(lines(command));
}

/// 파이썬이 없으면 건너뛰되, CI에는 있어야 합니다.
fn with_python(run: fn(Command)) -> Result<Completion, Failed> {
    let found = System::new("python3").arg("--version").output().is_ok_and(|output| output.status.success());
    if !found && std::env::var_os("CI").is_none() {
        return Ok(Completion::ignored_with("python3가 없습니다"));
    }
    run(python());
    Ok(Completion::Completed)
}

fn main() -> ExitCode {
    let trials = vec![
        Trial::test("러스트: 잠그면 두 줄이 붙어 있습니다", || {
            safely(rust());
            Ok(())
        }),
        Trial::test("러스트: 잠그지 않아도 빠지는 줄은 없습니다", || {
            unsafely(rust());
            Ok(())
        }),
        Trial::ignorable_test("파이썬: 잠그면 두 줄이 붙어 있습니다", || with_python(safely)),
        Trial::ignorable_test("파이썬: 잠그지 않아도 빠지는 줄은 없습니다", || {
            with_python(unsafely)
        }),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}
