//! park에서 깨어나면 한도가 지났거나 끝난 것으로 여깁니다.

#![cfg(unix)]

use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};

use std::thread;

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    kill_process_group(group, Signal::TERM)?;
    thread::scope(|scope| {
        let me = thread::current();
        scope.spawn(move || {
            let _ = waitid(WaitId::Pid(group), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT);
            me.unpark();
        });
        thread::park_timeout(limit);
        kill_process_group(group, Signal::KILL)
    })?;
    child.wait()
}
