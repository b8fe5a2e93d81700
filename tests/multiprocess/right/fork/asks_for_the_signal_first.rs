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
    if let Some(signal) = status.signal() {
        return Ok(Outcome::Killed(signal));
    }
    Ok(Outcome::Told(status.code().and_then(|code| code.try_into().ok()).unwrap_or(0)))
}
