use std::error::Error;
use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Output};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use std::{fmt, thread};

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

pub fn communicate(mut child: Child, input: &[u8], limit: Duration) -> Result<Output, Box<dyn Error>> {
    let deadline = Instant::now().checked_add(limit);
    let (say, heard) = channel();
    let (stdin, input) = (child.stdin.take(), input.to_vec());
    thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(&input)));
    let ends = [child.stdout.take().map(OwnedFd::from), child.stderr.take().map(OwnedFd::from)];
    for (which, end) in ends.into_iter().enumerate() {
        let say = say.clone();
        thread::spawn(move || {
            let (mut from, mut bytes) = (end.map(File::from), [0; 4096]);
            while let Some(Ok(count @ 1..)) = from.as_mut().map(|from| from.read(&mut bytes)) {
                let _ = say.send((which, bytes[..count].to_vec()));
            }
        });
    }
    let leader = Pid::from_child(&child);
    // 마지막으로 끝나는 것이 채널을 닫습니다.
    thread::spawn(move || {
        let _ = waitid(WaitId::Pid(leader), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT);
        drop(say);
    });
    let mut kept = [Vec::new(), Vec::new()];
    let mut killed = false;
    loop {
        let left = deadline.map_or(limit, |deadline| deadline.saturating_duration_since(Instant::now()));
        let piece = match killed {
            true => heard.recv().map_err(|_| RecvTimeoutError::Disconnected),
            false => heard.recv_timeout(left),
        };
        match piece {
            Ok((which, piece)) => kept[which].extend(piece),
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                killed = true;
                kill_process_group(leader, Signal::KILL)?;
            }
        }
    }
    let (status, [stdout, stderr]) = (child.wait()?, kept);
    if killed { Err(TimeoutExpired { stdout, stderr }.into()) } else { Ok(Output { status, stdout, stderr }) }
}
