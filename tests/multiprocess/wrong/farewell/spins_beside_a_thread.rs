//! 기다리는 스레드가 끝났는지 쉬지 않고 확인합니다.

#![cfg(unix)]

use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};

use super::wait_for_end;

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    kill_process_group(group, Signal::TERM)?;
    std::thread::scope(|scope| {
        let waiter = scope.spawn(|| wait_for_end(child, limit));
        while !waiter.is_finished() {
            std::hint::spin_loop();
        }
    });
    kill_process_group(group, Signal::KILL)?;
    child.wait()
}
