use std::error::Error;
use std::fmt;
use std::io::{Read, Write};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Output};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};

#[derive(Debug, PartialEq, Eq)]
pub struct TimeoutExpired {
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
}

impl Error for TimeoutExpired {}

impl fmt::Display for TimeoutExpired {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("한도 안에 끝나지 않았습니다.")
    }
}

pub fn own_group(command: &mut Command) {
    command.process_group(0);
}

fn read(from: Option<impl Read>) -> Vec<u8> {
    let (mut from, mut kept) = (from, Vec::new());
    let _ = from.as_mut().map(|from| from.read_to_end(&mut kept));
    kept
}

pub fn communicate(mut child: Child, input: &[u8], limit: Duration) -> Result<Output, Box<dyn Error>> {
    let leader = Pid::from_child(&child);
    let (stdin, out, err) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (finished, watched) = channel::<()>();
    let expired = AtomicBool::new(false);
    let (stdout, stderr) = thread::scope(|scope| {
        let expired = &expired;
        scope.spawn(move || {
            if watched
                .recv_timeout(limit)
                .is_err_and(|error| error == std::sync::mpsc::RecvTimeoutError::Timeout)
            {
                expired.store(true, Ordering::SeqCst);
                let _ = kill_process_group(leader, Signal::KILL);
            }
        });
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
        let err = scope.spawn(|| read(err));
        let stdout = read(out);
        let stderr = err.join().unwrap();
        let _ = waitid(WaitId::Pid(leader), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT);
        drop(finished);
        (stdout, stderr)
    });
    let status = child.wait()?;
    if expired.into_inner() {
        return Err(TimeoutExpired { stdout, stderr }.into());
    }
    Ok(Output { status, stdout, stderr })
}
