//! 자식에게 한 번, 그룹에 한 번 부탁합니다.

#![cfg(unix)]

use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};

use super::wait_for_end;

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    rustix::process::kill_process(group, Signal::TERM)?;
    kill_process_group(group, Signal::TERM)?;
    wait_for_end(child, limit)?;
    kill_process_group(group, Signal::KILL)?;
    child.wait()
}
