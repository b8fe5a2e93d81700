#![cfg(unix)]

use super::wait_for_end;
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};
use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    let over =
        waitid(WaitId::Pid(group), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT | WaitIdOptions::NOHANG)?
            .is_some();
    kill_process_group(group, Signal::TERM)?;
    if !over {
        wait_for_end(child, limit)?;
    }
    kill_process_group(group, Signal::KILL)?;
    child.wait()
}
