//! 한도를 초로 바꾸다 절반만 기다립니다.

#![cfg(unix)]

use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};

use super::wait_for_end;

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    kill_process_group(group, Signal::TERM)?;
    wait_for_end(child, Duration::from_secs(limit.as_secs() as u32 as u64 / 2))?;
    kill_process_group(group, Signal::KILL)?;
    child.wait()
}
