//! 한도가 지난 것을 오류로 돌려줍니다.

use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};

use super::wait_for_end;

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    kill_process_group(group, Signal::TERM)?;
    wait_for_end(child, limit)?;
    kill_process_group(group, Signal::KILL)?;
    let status = child.wait()?;
    if status.success() {
        Err(io::ErrorKind::TimedOut.into())
    } else {
        Err(io::Error::other(status.to_string()))
    }
}
