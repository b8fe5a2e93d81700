//! 처음 부를 때만 버퍼를 내보냅니다.

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
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| drop(stdout().flush()));
    let status = fork_child(|| i32::from(change(value)))?.wait()?;
    Ok(match status.code() {
        Some(code) => Outcome::Told(code as u8),
        None => Outcome::Killed(status.signal().unwrap_or(0)),
    })
}
