//! 아무 자식이나 먼저 끝난 것을 거둡니다.

#![cfg(unix)]

use std::io::{self, Write};

use nix::errno::Errno;
use nix::sys::wait::{WaitStatus, wait};

use super::fork_child;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Told(u8),
    Killed(i32),
}

pub fn rehearse<T>(value: &mut T, change: impl FnOnce(&mut T) -> u8) -> io::Result<Outcome> {
    io::stdout().flush()?;
    let _child = fork_child(|| i32::from(change(value)))?;
    loop {
        match wait() {
            Ok(WaitStatus::Exited(_, code)) => return Ok(Outcome::Told(code as u8)),
            Ok(WaitStatus::Signaled(_, signal, _)) => return Ok(Outcome::Killed(signal as i32)),
            Ok(_) | Err(Errno::EINTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}
