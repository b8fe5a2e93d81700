//! 부탁을 듣고 신호 15로 끝난 자식을 성공한 것으로 꾸밉니다.

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
    kill_process_group(group, Signal::KILL)?;
    let status = child.wait()?;
    use std::os::unix::process::ExitStatusExt;
    Ok(match status.signal() {
        Some(15) => ExitStatus::from_raw(0),
        _ => status,
    })
}
