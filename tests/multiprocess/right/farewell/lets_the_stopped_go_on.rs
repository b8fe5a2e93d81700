#![cfg(unix)]

use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};

use super::wait_for_end;

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    kill_process_group(group, Signal::TERM)?;
    kill_process_group(group, Signal::CONT)?;
    wait_for_end(child, limit)?;
    kill_process_group(group, Signal::KILL)?;
    child.wait()
}
