//! 누구든 먼저 끝나는 자식을 거둡니다. 부른 쪽의 다른 자식을 빼앗습니다.

#![cfg(unix)]

use std::io;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, ExitStatus};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};

use nix::sys::wait::{WaitStatus, waitpid};

use super::wait_for_end;

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    kill_process_group(group, Signal::TERM)?;
    wait_for_end(child, limit)?;
    kill_process_group(group, Signal::KILL)?;
    loop {
        let (pid, raw) = match waitpid(None, None)? {
            WaitStatus::Exited(pid, code) => (pid, code << 8),
            WaitStatus::Signaled(pid, signal, _) => (pid, signal as i32),
            _ => continue,
        };
        if pid.as_raw() as u32 == child.id() {
            return Ok(ExitStatus::from_raw(raw));
        }
    }
}
