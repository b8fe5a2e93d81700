//! 5밀리초마다 깨어나 끝났는지 봅니다. 한 번에 한도까지 기다릴 수 있습니다.

#![cfg(unix)]

use super::wait_for_end;
use rustix::process::{Pid, Signal, kill_process_group};
use std::io;
use std::process::{Child, ExitStatus};
use std::time::{Duration, Instant};

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    kill_process_group(group, Signal::TERM)?;
    let end = Instant::now() + limit;
    while Instant::now() < end && !wait_for_end(child, Duration::from_millis(5))? {}
    kill_process_group(group, Signal::KILL)?;
    child.wait()
}
