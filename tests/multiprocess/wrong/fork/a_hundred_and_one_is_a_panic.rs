//! 코드 101을 패닉으로 봅니다. 101을 돌려준 `change`가 패닉한 것으로 보입니다.

#![cfg(unix)]

use std::io::{self, Write, stdout};
use std::os::unix::process::ExitStatusExt;

use super::fork_child;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Told(u8),
    Killed(i32),
}

pub fn rehearse<T>(value: &mut T, change: impl FnOnce(&mut T) -> u8) -> io::Result<Outcome> {
    stdout().flush()?;
    let status = fork_child(|| i32::from(change(value)))?.wait()?;
    Ok(match status.code() {
        Some(101) => Outcome::Killed(6),
        Some(code) => Outcome::Told(code as u8),
        None => Outcome::Killed(status.signal().unwrap_or(0)),
    })
}
