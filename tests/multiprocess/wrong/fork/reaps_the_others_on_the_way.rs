//! 제 자식이 끝날 때까지, 남의 자식도 거두어 버립니다.

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
    let child = fork_child(|| i32::from(change(value)))?;
    loop {
        match wait() {
            Ok(status) if status.pid().is_none_or(|pid| pid.as_raw() as u32 != child.id()) => {}
            Ok(WaitStatus::Exited(_, code)) => return Ok(Outcome::Told(code as u8)),
            Ok(WaitStatus::Signaled(_, signal, _)) => return Ok(Outcome::Killed(signal as i32)),
            Ok(_) | Err(Errno::EINTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}
