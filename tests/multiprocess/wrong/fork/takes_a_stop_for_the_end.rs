//! 멈춘 자식을 끝난 것으로 여깁니다.

#![cfg(unix)]

use std::io::{self, Write};

use nix::errno::Errno;
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::Pid;

use super::fork_child;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Told(u8),
    Killed(i32),
}

pub fn rehearse<T>(value: &mut T, change: impl FnOnce(&mut T) -> u8) -> io::Result<Outcome> {
    io::stdout().flush()?;
    let child = fork_child(|| i32::from(change(value)))?;
    let pid = Pid::from_raw(child.id() as i32);
    loop {
        match waitpid(pid, Some(WaitPidFlag::WUNTRACED)) {
            Ok(WaitStatus::Exited(_, code)) => return Ok(Outcome::Told(code as u8)),
            Ok(WaitStatus::Signaled(_, signal, _)) => return Ok(Outcome::Killed(signal as i32)),
            Ok(WaitStatus::Stopped(_, signal)) => return Ok(Outcome::Killed(signal as i32)),
            Ok(_) | Err(Errno::EINTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}
