//! 노트의 프로그램을 Rust와 파이썬으로 돌려, 목록이 줄마다 맞는지와 같은 출력이 나오는지 확인합니다.

use std::path::Path;
use std::process::{Command as System, ExitCode};

use assert_cmd::Command;
use libtest_mimic::{Arguments, Completion, Failed, Trial};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../lessons/semaphore/semaphore.py");
const SNAPSHOTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/semaphore/snapshots");
const PERMITS: usize = 3;

fn rust() -> Command {
    Command::new(env!("CARGO_BIN_EXE_solution-semaphore"))
}

fn python() -> Command {
    let mut command = Command::new("python3");
    command.arg(SCRIPT).env("PYTHONIOENCODING", "utf-8").env("PYTHONDONTWRITEBYTECODE", "1");
    command
}

/// 스레드의 순서는 실행마다 다르므로, 줄마다 목록을 확인한 다음 목록을 떼고 번호로 모아 비교합니다.
fn compare(mut command: Command) {
    let output = command.assert().success().get_output().stdout.clone();
    let output = String::from_utf8_lossy(&output).replace("\r\n", "\n");
    let mut active: Vec<&str> = Vec::new();
    let mut lines = Vec::new();
    for line in output.lines() {
        let (event, list) = line.split_once(" | ").expect("줄마다 목록이 있습니다.");
        let (what, name) = event.split_once(": ").expect("줄마다 이름이 있습니다.");
        match what {
            "획득" => active.push(name),
            _ => active.retain(|other| *other != name),
        }
        assert_eq!(list, format!("스레드 풀: [{}]", active.join(", ")), "그 순간의 목록이 아닙니다: {line}");
        assert!(active.len() <= PERMITS, "허가보다 많은 스레드가 들어와 있습니다: {line}");
        let number: u32 =
            name.rsplit(' ').next().and_then(|number| number.parse().ok()).expect("번호가 있습니다.");
        lines.push((number, event));
    }
    lines.sort_by_key(|(number, _)| *number);
    let lines: Vec<&str> = lines.into_iter().map(|(_, event)| event).collect();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(Path::new(SNAPSHOTS));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("program", lines.join("\n")));
}

/// 파이썬이 없으면 건너뛰되, CI에는 있어야 합니다.
fn with_python() -> Result<Completion, Failed> {
    let found = System::new("python3").arg("--version").output().is_ok_and(|output| output.status.success());
    if !found && std::env::var_os("CI").is_none() {
        return Ok(Completion::ignored_with("python3가 없습니다"));
    }
    compare(python());
    Ok(Completion::Completed)
}

fn main() -> ExitCode {
    let trials = vec![
        Trial::test("러스트: 줄마다 그 순간의 목록입니다", || {
            compare(rust());
            Ok(())
        }),
        Trial::ignorable_test("파이썬: 줄마다 그 순간의 목록입니다", with_python),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}
