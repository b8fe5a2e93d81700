//! 끝났는지 되풀이해 묻습니다.

use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};

use super::wait_for_end;

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    kill_process_group(group, Signal::TERM)?;
    let deadline = std::time::Instant::now() + limit;
    while !wait_for_end(child, Duration::ZERO)? && std::time::Instant::now() < deadline {
        std::thread::sleep(Duration::from_millis(1));
    }
    kill_process_group(group, Signal::KILL)?;
    child.wait()
}
