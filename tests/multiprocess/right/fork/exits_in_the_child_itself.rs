#![cfg(unix)]

use super::fork_child;
use std::io::{self, Write};
use std::os::unix::process::ExitStatusExt;
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// `change`가 돌려준 값입니다.
    Told(u8),
    /// 말하지 못하고 이 번호의 신호로 끝났습니다. 패닉이면 6입니다.
    Killed(i32),
}

pub fn rehearse<T>(value: &mut T, change: impl FnOnce(&mut T) -> u8) -> io::Result<Outcome> {
    io::stdout().flush()?;
    let status = fork_child(|| {
        let code = change(value);
        io::stdout().flush().unwrap();
        std::process::exit(code.into())
    })?
    .wait()?;
    Ok(match (status.code(), status.signal()) {
        (Some(code), _) => Outcome::Told(code as u8),
        (None, signal) => Outcome::Killed(signal.unwrap()),
    })
}
