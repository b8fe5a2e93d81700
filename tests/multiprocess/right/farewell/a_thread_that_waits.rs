use std::io;
use std::process::{Child, ExitStatus};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};

pub fn farewell(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let group = Pid::from_child(child);
    kill_process_group(group, Signal::TERM)?;
    let (say, ended) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        use rustix::process::{WaitId, WaitIdOptions, waitid};
        let _ = waitid(WaitId::Pid(group), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT);
        say.send(())
    });
    let _ = ended.recv_timeout(limit);
    kill_process_group(group, Signal::KILL)?;
    child.wait()
}
