//! 한도가 0이면 끝내 달라고 하지 않습니다.

#![cfg(unix)]

use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};

use super::wait_for_end;

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    if !limit.is_zero() {
        kill_process_group(group, Signal::TERM)?;
    }
    wait_for_end(child, limit)?;
    kill_process_group(group, Signal::KILL)?;
    child.wait()
}
