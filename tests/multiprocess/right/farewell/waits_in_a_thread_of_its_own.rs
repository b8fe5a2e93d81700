#![cfg(unix)]

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};
use std::io;
use std::process::{Child, ExitStatus};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    kill_process_group(group, Signal::TERM)?;
    let (say, ended) = mpsc::channel();
    let t = thread::spawn(move || {
        let r = waitid(WaitId::Pid(group), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT);
        let _ = say.send(());
        r
    });
    let _ = ended.recv_timeout(limit);
    kill_process_group(group, Signal::KILL)?;
    let _ = t.join().unwrap()?;
    child.wait()
}
