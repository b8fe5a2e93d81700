//! 날것의 상태를 반환 코드로 여깁니다.

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
    Ok(match status.into_raw() {
        code @ 0..=255 => Outcome::Told(code as u8),
        signal => Outcome::Killed(signal),
    })
}
