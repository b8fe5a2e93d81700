//! 같은 경우를 파이썬의 `subprocess.run`과 `Run`으로 돌려 결과를 하나씩 비교합니다.

#[cfg(unix)]
#[path = "../../../tests/subprocess/parity/mod.rs"]
mod parity;
#[cfg(unix)]
#[path = "../../../tests/subprocess/programs.rs"]
mod programs;

use std::process::ExitCode;

#[cfg(unix)]
fn main() -> ExitCode {
    process::attend([], programs::PROGRAMS);
    parity::main()
}

#[cfg(not(unix))]
fn main() -> ExitCode {
    println!("파이썬과 비교하는 시험은 리눅스와 맥에서 합니다.");
    ExitCode::SUCCESS
}
