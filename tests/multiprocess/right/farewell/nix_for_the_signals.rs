use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

use super::wait_for_end;

#[allow(unsafe_code)]
fn kill(group: i32, signal: i32) -> io::Result<()> {
    // SAFETY: 메모리를 건드리지 않는 시스템 호출입니다.
    match unsafe { nix::libc::kill(group, signal) } {
        0 => Ok(()),
        _ => Err(io::Error::last_os_error()),
    }
}

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = -(child.id() as i32);
    kill(group, nix::libc::SIGTERM)?;
    wait_for_end(child, limit)?;
    kill(group, nix::libc::SIGKILL)?;
    child.wait()
}
