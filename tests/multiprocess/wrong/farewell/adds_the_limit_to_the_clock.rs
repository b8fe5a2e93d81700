//! 시각에 한도를 그냥 더합니다. `Duration::MAX`를 더하면 넘쳐서 패닉합니다.

#![cfg(unix)]

use super::wait_for_end;
use rustix::process::{Pid, Signal, kill_process_group};
use std::io;
use std::process::{Child, ExitStatus};
use std::time::{Duration, Instant};

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    kill_process_group(group, Signal::TERM)?;
    let _end = Instant::now() + limit;
    wait_for_end(child, limit)?;
    kill_process_group(group, Signal::KILL)?;
    child.wait()
}
