//! 자신을 다른 역할로 다시 실행
//!
//! 파이썬의 `multiprocessing.Process(target=…)`를 여럿 `start()`하고 `join()`하는 일입니다. Rust의 표준 라이브러리에는 함수를 다른 프로세스에서
//! 부르는 길이 없어서, 실행 파일 자신을 다른 인수로 다시 실행합니다. 파이썬의 `spawn` 방식도 속에서는 이렇게 합니다.
//! **자식은 시작한 순간부터 혼자 나아갑니다. 시작하고 곧바로 기다리면 하나씩 하는 것과 같습니다.**
//!
//! - [`current_exe`](std::env::current_exe): 지금 실행 중인 파일의 경로입니다.
//! - [`Child::wait_with_output`](std::process::Child::wait_with_output): 파이프로 받은 출력을 끝까지 읽고 자식을 거둡니다.
//! - [`ExitStatusExt::signal`](std::os::unix::process::ExitStatusExt::signal): 신호로 끝났으면 그 번호입니다. 그때 `code()`는 `None`입니다.
//!   파이썬의 `exitcode`에서는 음수로 보입니다.

#![cfg(unix)]

use std::env::current_exe;
use std::io;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitStatus, Stdio};

/// 자식이 어떻게 끝났는지입니다.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Code(i32),
    Signal(i32),
}

/// 끝난 자식이 남긴 것입니다.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    pub end: End,
    pub output: Vec<u8>,
}

/// 이 프로그램을 역할마다 한 번씩 다시 실행합니다. 역할은 명령줄의 인수들입니다. 결과는 `roles`의 차례대로입니다.
///
/// - 모두 시작한 다음에 기다립니다. 역할들은 함께 나아갑니다. 출력이 많은 자식은 읽을 차례가 올 때까지 멈춰도 됩니다.
/// - `sleep`이나 `try_wait`의 되풀이로 기다리지 않습니다.
/// - 표준 출력은 얼마가 나오든, 파이프가 끝날 때까지 바이트 그대로 받습니다.
/// - 표준 입력과 표준 오류, 환경 변수, 작업 폴더, 프로세스 그룹은 그대로 물려줍니다. 부른 쪽의 다른 자식은 거두지 않습니다.
/// - 시작하지 못한 역할이 있으면 오류입니다. 그때도 나머지 역할은 모두 실행하고, 시작한 자식은 모두 거둔 뒤에 돌아옵니다.
pub fn run_all(roles: &[Vec<&str>]) -> io::Result<Vec<Finished>> {
    let myself = current_exe()?;
    let start = |role: &Vec<&str>| Command::new(&myself).args(role).stdout(Stdio::piped()).spawn();
    let children: Vec<_> = roles.iter().map(start).collect();
    let finish = |child: io::Result<std::process::Child>| {
        let output = child?.wait_with_output()?;
        Ok(Finished { end: end(output.status), output: output.stdout })
    };
    let finished: Vec<io::Result<Finished>> = children.into_iter().map(finish).collect();
    finished.into_iter().collect()
}

fn end(status: ExitStatus) -> End {
    match status.code() {
        Some(code) => End::Code(code),
        None => End::Signal(status.signal().unwrap_or(0)),
    }
}
