//! 자식을 거두지 않고 성공했다고 여깁니다.

use std::io::{self, Write, stdout};

use super::fork_child;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Told(u8),
    Killed(i32),
}

pub fn rehearse<T>(value: &mut T, change: impl FnOnce(&mut T) -> u8) -> io::Result<Outcome> {
    stdout().flush()?;
    let _child = fork_child(|| i32::from(change(value)))?;
    Ok(Outcome::Told(0))
}
