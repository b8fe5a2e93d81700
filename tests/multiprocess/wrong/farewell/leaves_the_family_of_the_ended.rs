//! 이미 끝난 자식이면 바로 거두고 돌아옵니다. 그 자식이 남긴 손자는 그대로 있습니다.

#![cfg(unix)]

use super::wait_for_end;
use rustix::process::{Pid, Signal, kill_process_group};
use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    if let Some(s) = child.try_wait()? {
        return Ok(s);
    }

    let group = Pid::from_child(child);
    kill_process_group(group, Signal::TERM)?;
    wait_for_end(child, limit)?;
    kill_process_group(group, Signal::KILL)?;
    child.wait()
}
