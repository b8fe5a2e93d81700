//! The program of a topic about processes in Rust and in Python: both print the same. For the tests of its solution.

use std::path::Path;
use std::process::{Command as System, ExitCode};

use assert_cmd::Command;
use libtest_mimic::{Arguments, Completion, Failed, Trial};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Neither runs outside of Unix, and without Python there is nothing to compare with. Where `CI` is set there must be.
fn missing(python: bool, unix: &'static str) -> Option<&'static str> {
    let found =
        || System::new("python3").arg("--version").output().is_ok_and(|output| output.status.success());
    if !cfg!(unix) {
        Some(unix)
    } else if python && std::env::var_os("CI").is_none() && !found() {
        Some("python3가 없습니다")
    } else {
        None
    }
}

fn compare(mut command: Command, topic: &str) {
    let output = command.assert().success().get_output().stdout.clone();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(Path::new(ROOT).join("tests").join(topic).join("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("program", String::from_utf8_lossy(&output)));
}

/// `binary`: the program in Rust. `unix`: why it does not run elsewhere.
pub fn main(topic: &'static str, binary: &'static str, unix: &'static str) -> ExitCode {
    let trial = |name: &str, python: bool, command: fn(&str, &str) -> Command| {
        Trial::ignorable_test(name, move || -> Result<Completion, Failed> {
            if let Some(reason) = missing(python, unix) {
                return Ok(Completion::ignored_with(reason));
            }
            compare(command(topic, binary), topic);
            Ok(Completion::Completed)
        })
    };
    let python = |topic: &str, _: &str| {
        let mut command = Command::new("python3");
        command.arg(format!("{ROOT}/lessons/{topic}/{topic}.py"));
        command.env("PYTHONUTF8", "1").env("PYTHONDONTWRITEBYTECODE", "1");
        command
    };
    let trials =
        vec![trial("러스트", false, |_, binary| Command::new(binary)), trial("파이썬", true, python)];
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}
