//! 한도가 지나면 한 번 더 부탁하고 또 기다립니다. 한도의 두 배가 걸립니다.

#![cfg(unix)]

use super::wait_for_end;
use rustix::process::{Pid, Signal, kill_process_group};
use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    kill_process_group(group, Signal::TERM)?;
    if !wait_for_end(child, limit)? {
        kill_process_group(group, Signal::TERM)?;
        wait_for_end(child, limit)?;
    }
    kill_process_group(group, Signal::KILL)?;
    child.wait()
}
