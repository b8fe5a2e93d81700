//! 자식이 끝난 다음에야 버퍼를 비웁니다.

use std::io::{self, Write, stdout};
use std::os::unix::process::ExitStatusExt;

use super::fork_child;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Told(u8),
    Killed(i32),
}

pub fn rehearse<T>(value: &mut T, change: impl FnOnce(&mut T) -> u8) -> io::Result<Outcome> {
    let status = fork_child(|| i32::from(change(value)))?.wait()?;
    stdout().flush()?;
    Ok(match status.code() {
        Some(code) => Outcome::Told(code as u8),
        None => Outcome::Killed(status.signal().unwrap_or(0)),
    })
}
