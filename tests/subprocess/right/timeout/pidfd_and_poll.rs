use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind, Read, Write};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::process::{Child, Command, Output};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use rustix::io::Errno;
use rustix::process::{
    Pid, PidfdFlags, Signal, WaitId, WaitIdOptions, kill_process_group, pidfd_open, waitid,
};

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

fn without_blocking(fd: impl AsFd) -> io::Result<()> {
    let flags = fcntl_getfl(&fd)?;
    Ok(fcntl_setfl(&fd, flags | OFlags::NONBLOCK)?)
}

/// 더 읽을 것이 없으면 닫습니다.
fn drain(pipe: &mut Option<impl Read>, into: &mut Vec<u8>) -> io::Result<()> {
    let mut chunk = [0; 8192];
    while let Some(reader) = pipe {
        match reader.read(&mut chunk) {
            Ok(0) => *pipe = None,
            Ok(count) => into.extend_from_slice(&chunk[..count]),
            Err(error) if error.kind() == ErrorKind::WouldBlock => break,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

pub fn communicate(mut child: Child, mut input: &[u8], limit: Duration) -> Result<Output, Box<dyn Error>> {
    let deadline = Instant::now().checked_add(limit);
    let (mut stdin, mut stdout, mut stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (mut out, mut err) = (Vec::new(), Vec::new());
    stdin.as_ref().map(without_blocking).transpose()?;
    stdout.as_ref().map(without_blocking).transpose()?;
    stderr.as_ref().map(without_blocking).transpose()?;
    let mut end: Option<OwnedFd> = Some(pidfd_open(Pid::from_child(&child), PidfdFlags::empty())?);
    loop {
        if input.is_empty() {
            stdin = None;
        }
        let pipes: [(Option<BorrowedFd<'_>>, PollFlags); 4] = [
            (stdin.as_ref().map(AsFd::as_fd), PollFlags::OUT),
            (stdout.as_ref().map(AsFd::as_fd), PollFlags::IN),
            (stderr.as_ref().map(AsFd::as_fd), PollFlags::IN),
            (end.as_ref().map(AsFd::as_fd), PollFlags::IN),
        ];
        if pipes[1..].iter().all(|(fd, _)| fd.is_none()) {
            return Ok(Output { status: child.wait()?, stdout: out, stderr: err });
        }
        let mut fds: Vec<PollFd> =
            pipes.iter().filter_map(|(fd, flags)| Some(PollFd::from_borrowed_fd((*fd)?, *flags))).collect();
        let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
        let left = left.and_then(|left| Timespec::try_from(left).ok());
        let count = match poll(&mut fds, left.as_ref()) {
            Err(Errno::INTR) => continue,
            count => count?,
        };
        if count == 0 {
            break;
        }
        let ended = end.is_some() && fds.last().is_some_and(|fd| !fd.revents().is_empty());
        if ended {
            end = None;
        }
        drain(&mut stdout, &mut out)?;
        drain(&mut stderr, &mut err)?;
        if let Some(pipe) = &mut stdin {
            match pipe.write(input) {
                Ok(count) => input = &input[count..],
                Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => {}
                Err(_) => stdin = None,
            }
        }
    }
    kill_group(&mut child)?;
    child.wait()?;
    drain(&mut stdout, &mut out)?;
    drain(&mut stderr, &mut err)?;
    Err(TimeoutExpired { stdout: out, stderr: err }.into())
}
