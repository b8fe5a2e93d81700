//! 거둔 다음에 남은 그룹을 죽입니다.

#![cfg(unix)]

use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};

use super::wait_for_end;

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    kill_process_group(group, Signal::TERM)?;
    wait_for_end(child, limit)?;
    let status = child.wait()?;
    let _ = kill_process_group(group, Signal::KILL);
    Ok(status)
}
