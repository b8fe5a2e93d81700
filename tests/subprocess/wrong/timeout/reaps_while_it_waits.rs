//! 자식을 먼저 거두고 나서 그 번호의 그룹을 죽입니다.

use std::error::Error;
use std::fmt;
use std::io::{self, Read, Write};
use std::process::{Child, Command, Output};
use std::sync::Mutex;
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

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
    std::os::unix::process::CommandExt::process_group(command, 0);
}

pub fn wait_for_end(id: u32) -> io::Result<()> {
    if let Some(pid) = Pid::from_raw(id as i32) {
        waitid(WaitId::Pid(pid), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT)?;
    }
    Ok(())
}

pub fn kill_group(child: &mut Child) -> io::Result<()> {
    Ok(kill_process_group(Pid::from_child(child), Signal::KILL)?)
}

fn collect(pipe: Option<impl Read>, into: &Mutex<Vec<u8>>) {
    let Some(mut pipe) = pipe else { return };
    let mut chunk = [0; 8192];
    loop {
        match pipe.read(&mut chunk) {
            Ok(0) => return,
            Ok(count) => into.lock().unwrap().extend_from_slice(&chunk[..count]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return,
        }
    }
}

pub fn communicate(mut child: Child, input: &[u8], limit: Duration) -> Result<Output, Box<dyn Error>> {
    let deadline = Instant::now().checked_add(limit);
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (out, err) = (Mutex::new(Vec::new()), Mutex::new(Vec::new()));
    let pid = Pid::from_child(&child);
    let child = Mutex::new(child);
    let (expired, status) = thread::scope(|scope| {
        let (say, ended) = channel();
        scope.spawn(move || stdin.map(|mut pipe| pipe.write_all(input)));
        let done = say.clone();
        let out = &out;
        scope.spawn(move || {
            collect(stdout, out);
            let _ = done.send(());
        });
        let done = say.clone();
        let err = &err;
        scope.spawn(move || {
            collect(stderr, err);
            let _ = done.send(());
        });
        let child = &child;
        scope.spawn(move || {
            let _ = child.lock().unwrap().wait();
            let _ = say.send(());
        });
        let mut expired = false;
        for _ in 0..3 {
            let wait = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
            let came = match wait {
                Some(wait) => ended.recv_timeout(wait).is_ok(),
                None => ended.recv().is_ok(),
            };
            expired |= !came;
        }
        if expired {
            kill_process_group(pid, Signal::KILL)?;
        }
        Ok::<_, io::Error>((expired, child.lock().unwrap().wait()?))
    })?;
    let (stdout, stderr) = (out.into_inner().unwrap(), err.into_inner().unwrap());
    if expired {
        return Err(TimeoutExpired { stdout, stderr }.into());
    }
    Ok(Output { status, stdout, stderr })
}
