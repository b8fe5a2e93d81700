#![cfg(unix)]

use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};

use super::wait_for_end;

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    for (signal, patience) in [(Signal::TERM, limit), (Signal::KILL, Duration::MAX)] {
        kill_process_group(group, signal)?;
        wait_for_end(child, patience)?;
    }
    child.wait()
}
