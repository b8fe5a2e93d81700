//! 자식이 이미 끝났으면 그룹에 SIGTERM을 보내지 않습니다.

#![cfg(unix)]

use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};

use super::wait_for_end;

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    let looks = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT | WaitIdOptions::NOHANG;
    if waitid(WaitId::Pid(group), looks)?.is_none() {
        kill_process_group(group, Signal::TERM)?;
        wait_for_end(child, limit)?;
    }
    kill_process_group(group, Signal::KILL)?;
    child.wait()
}
