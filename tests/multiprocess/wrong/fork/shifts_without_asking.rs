//! 신호로 끝났는지 묻지 않고 윗자리만 읽습니다.

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
    Ok(Outcome::Told((status.into_raw() >> 8) as u8))
}
