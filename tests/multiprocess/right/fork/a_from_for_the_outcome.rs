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
    Ok(status.into())
}

impl From<std::process::ExitStatus> for Outcome {
    fn from(status: std::process::ExitStatus) -> Self {
        status
            .signal()
            .map(Outcome::Killed)
            .unwrap_or_else(|| Outcome::Told(status.code().unwrap_or_default() as u8))
    }
}
