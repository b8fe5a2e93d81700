//! 부모와 자식들의 프로그램을 Rust와 파이썬으로 돌려, 같은 출력이 나오는지 확인합니다.

use std::path::Path;
use std::process::{Command as System, ExitCode};

use assert_cmd::Command;
use libtest_mimic::{Arguments, Completion, Failed, Trial};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../lessons/multiprocess/multiprocess.py");
const SNAPSHOTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/multiprocess/snapshots");

fn python() -> Command {
    let mut command = Command::new("python3");
    command.arg(SCRIPT).env("PYTHONUTF8", "1").env("PYTHONDONTWRITEBYTECODE", "1");
    command
}

fn compare(mut command: Command) {
    let output = command.assert().success().get_output().stdout.clone();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(Path::new(SNAPSHOTS));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("program", String::from_utf8_lossy(&output)));
}

/// 이 프로그램은 유닉스의 fork를 쓰고, 파이썬이 없으면 비교하지 못합니다. CI에는 있어야 합니다.
fn missing(python: bool) -> Option<&'static str> {
    let found =
        || System::new("python3").arg("--version").output().is_ok_and(|output| output.status.success());
    if !cfg!(unix) {
        Some("유닉스의 fork를 쓰는 프로그램입니다")
    } else if python && std::env::var_os("CI").is_none() && !found() {
        Some("python3가 없습니다")
    } else {
        None
    }
}

fn trial(name: &str, python: bool, command: fn() -> Command) -> Trial {
    Trial::ignorable_test(name, move || -> Result<Completion, Failed> {
        if let Some(reason) = missing(python) {
            return Ok(Completion::ignored_with(reason));
        }
        compare(command());
        Ok(Completion::Completed)
    })
}

fn main() -> ExitCode {
    let trials = vec![
        trial("러스트", false, || Command::new(env!("CARGO_BIN_EXE_solution-multiprocess"))),
        trial("파이썬", true, python),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}
