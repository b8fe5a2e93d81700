//! 자식이 버퍼를 내보내지 않고 끝나, 자식의 출력을 잃습니다.

use std::io::{self, Write, stdout};
use std::os::unix::process::ExitStatusExt;

use super::fork_child;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Told(u8),
    Killed(i32),
}

#[allow(unsafe_code)]
fn leave(code: u8) -> ! {
    // SAFETY: 돌아오지 않습니다.
    unsafe { nix::libc::_exit(code.into()) }
}

pub fn rehearse<T>(value: &mut T, change: impl FnOnce(&mut T) -> u8) -> io::Result<Outcome> {
    stdout().flush()?;
    let status = fork_child(|| {
        let code = change(value);
        leave(code)
    })?
    .wait()?;
    Ok(match status.code() {
        Some(code) => Outcome::Told(code as u8),
        None => Outcome::Killed(status.signal().unwrap_or(0)),
    })
}
