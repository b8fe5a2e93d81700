//! 한도가 길어도 0.3초까지만 기다립니다.

#![cfg(unix)]

use super::wait_for_end;
use rustix::process::{Pid, Signal, kill_process_group};
use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    kill_process_group(group, Signal::TERM)?;
    wait_for_end(child, limit.min(Duration::from_millis(300)))?;
    kill_process_group(group, Signal::KILL)?;
    child.wait()
}
