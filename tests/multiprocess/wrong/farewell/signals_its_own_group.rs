//! 0번, 곧 자신의 그룹에 신호를 보냅니다.

use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

use rustix::process::{Signal, kill_current_process_group};

use super::wait_for_end;

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    kill_current_process_group(Signal::TERM)?;
    wait_for_end(child, limit)?;
    kill_current_process_group(Signal::KILL)?;
    child.wait()
}
