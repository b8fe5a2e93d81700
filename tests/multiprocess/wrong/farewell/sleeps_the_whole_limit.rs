//! 언제 끝나든 한도를 다 잡니다.

use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    kill_process_group(group, Signal::TERM)?;
    std::thread::sleep(limit);
    kill_process_group(group, Signal::KILL)?;
    child.wait()
}
