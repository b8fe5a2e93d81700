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
    match (status.code().map(u8::try_from), status.signal()) {
        (Some(Ok(code)), _) => Ok(Outcome::Told(code)),
        (_, Some(signal)) => Ok(Outcome::Killed(signal)),
        other => Err(io::Error::other(format!("{other:?}"))),
    }
}
