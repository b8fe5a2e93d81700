//! 자식의 패닉을 잡아 코드로 알립니다.

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
    let status = fork_child(|| {
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| i32::from(change(value)))).unwrap_or(6)
    })?
    .wait()?;
    Ok(match status.code() {
        Some(code) => Outcome::Told(code as u8),
        None => Outcome::Killed(status.signal().unwrap_or(0)),
    })
}
