//! 자식이 부모의 코드로 돌아와, 나머지를 함께 실행합니다.

#![allow(unsafe_code)]

use std::io::{self, Write, stdout};

use nix::sys::wait::{WaitStatus, waitpid};
use nix::unistd::{ForkResult, fork};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Told(u8),
    Killed(i32),
}

pub fn rehearse<T>(value: &mut T, change: impl FnOnce(&mut T) -> u8) -> io::Result<Outcome> {
    stdout().flush()?;
    // SAFETY: 스레드가 하나입니다.
    match unsafe { fork() }? {
        ForkResult::Child => Ok(Outcome::Told(change(value))),
        ForkResult::Parent { child } => match waitpid(child, None)? {
            WaitStatus::Exited(_, code) => Ok(Outcome::Told(code as u8)),
            WaitStatus::Signaled(_, signal, _) => Ok(Outcome::Killed(signal as i32)),
            _ => Err(io::ErrorKind::Other.into()),
        },
    }
}
