//! 내려받기 셋과 덧셈 셋을 Rust와 파이썬으로 돌려, 같은 출력이 나오는지 확인합니다.

use std::path::Path;
use std::process::{Command as System, ExitCode};

use assert_cmd::Command;
use libtest_mimic::{Arguments, Completion, Trial};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../lessons/multithread/multithread.py");
const SNAPSHOTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/multithread/snapshots");

fn rust() -> Command {
    Command::new(env!("CARGO_BIN_EXE_solution-multithread"))
}

fn python() -> Command {
    let mut command = Command::new("python3");
    command.arg(SCRIPT).env("PYTHONIOENCODING", "utf-8").env("PYTHONDONTWRITEBYTECODE", "1");
    command
}

/// 함께 내려받은 소식은 어느 것이 먼저 오는지 기계에 달려 있으므로, 그 부분만 정렬해 비교합니다.
fn compare(mut command: Command) {
    let output = command.assert().success().get_output().stdout.clone();
    let output = String::from_utf8_lossy(&output).into_owned();
    let mut lines: Vec<&str> = output.lines().collect();
    let found = lines.iter().position(|line| *line == "내려받기를 함께");
    let begin = found.unwrap_or_else(|| panic!("함께 내려받은 줄이 없습니다: {output}")) + 1;
    let end = (begin + 3).min(lines.len());
    lines[begin..end].sort();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(Path::new(SNAPSHOTS));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("program", lines.join("\n")));
}

fn main() -> ExitCode {
    let trials = vec![
        Trial::test("러스트", || {
            compare(rust());
            Ok(())
        }),
        // 파이썬이 없으면 건너뛰되, CI에는 있어야 합니다.
        Trial::ignorable_test("파이썬", || {
            let version = System::new("python3").arg("--version").output();
            let found = version.is_ok_and(|output| output.status.success());
            if !found && std::env::var_os("CI").is_none() {
                return Ok(Completion::ignored_with("python3가 없습니다"));
            }
            compare(python());
            Ok(Completion::Completed)
        }),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}
