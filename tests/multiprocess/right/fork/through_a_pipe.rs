use std::io::{self, Read, Write, stdout};
use std::os::unix::process::ExitStatusExt;

use super::fork_child;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Told(u8),
    Killed(i32),
}

pub fn rehearse<T>(value: &mut T, change: impl FnOnce(&mut T) -> u8) -> io::Result<Outcome> {
    stdout().flush()?;
    let (mut from, mut to) = io::pipe()?;
    let child = fork_child(move || match to.write_all(&[change(value)]) {
        Ok(()) => 0,
        Err(_) => 1,
    })?;
    let mut told = Vec::new();
    from.read_to_end(&mut told)?;
    let status = child.wait()?;
    Ok(match (told.first(), status.code()) {
        (Some(&told), _) => Outcome::Told(told),
        (None, Some(code)) => Outcome::Told(code as u8),
        (None, None) => Outcome::Killed(status.signal().unwrap_or(0)),
    })
}
