//! 노트의 프로그램을 Rust와 파이썬으로 돌려, 같은 출력이 나오는지 확인합니다.

use std::path::Path;
use std::process::{Command as System, ExitCode};

use assert_cmd::Command;
use libtest_mimic::{Arguments, Completion, Failed, Trial};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../lessons/queue/queue.py");
const SNAPSHOTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/queue/snapshots");

fn python() -> Command {
    let mut command = Command::new("python3");
    command.arg(SCRIPT).env("PYTHONUTF8", "1").env("PYTHONDONTWRITEBYTECODE", "1");
    command
}

/// `스레드 3: 처리 완료 7`을 7과, 번호를 지운 줄로 나눕니다. 누가 무엇을 맡는지는 실행마다 다릅니다.
fn item(line: &str) -> Option<(u32, String)> {
    let (number, item) = line.strip_prefix("스레드 ")?.split_once(": 처리 완료 ")?;
    let number: u32 = number.parse().ok()?;
    assert!((1..=5).contains(&number), "없는 스레드입니다: {line}");
    Some((item.parse().ok()?, format!("스레드 N: 처리 완료 {item}")))
}

/// 항목의 줄은 항목의 차례로, 나머지 줄은 나온 차례로 비교합니다.
fn compare(mut command: Command) {
    let output = command.assert().success().get_output().stdout.clone();
    let lines = String::from_utf8_lossy(&output).into_owned();
    let mut items: Vec<(u32, String)> = lines.lines().filter_map(item).collect();
    let first_other = lines.lines().position(|line| item(line).is_none());
    assert!(first_other == Some(items.len()), "join이 돌아온 뒤에 처리한 항목이 있습니다:\n{lines}");
    items.sort();
    let items = items.into_iter().map(|(_, line)| line);
    let others = lines.lines().filter(|line| item(line).is_none()).map(str::to_string);
    let lines: Vec<String> = items.chain(others).collect();
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
        Trial::test("러스트: 스무 항목을 처리하고 모두 끝납니다", || {
            compare(Command::new(env!("CARGO_BIN_EXE_solution-queue")));
            Ok(())
        }),
        Trial::ignorable_test("파이썬: 스무 항목을 처리하고 모두 끝납니다", with_python),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}
