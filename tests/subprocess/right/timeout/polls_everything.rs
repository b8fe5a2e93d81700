use std::error::Error;
use std::fmt;
use std::io::{ErrorKind, Read, Write};
use std::process::{Child, Command, Output};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};

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

pub fn communicate(mut child: Child, input: &[u8], limit: Duration) -> Result<Output, Box<dyn Error>> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
    use rustix::process::{PidfdFlags, pidfd_open};
    let pid = Pid::from_child(&child);
    let end = pidfd_open(pid, PidfdFlags::empty())?;
    let deadline = Instant::now().checked_add(limit);
    let (mut stdin, mut out, mut err) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    if let Some(i) = &stdin {
        let fl = fcntl_getfl(i)?;
        fcntl_setfl(i, fl | OFlags::NONBLOCK)?;
    }
    let (mut rest, mut o, mut e) = (input, Vec::new(), Vec::new());
    if rest.is_empty() {
        stdin = None;
    }
    let mut alive = true;
    let mut buf = vec![0; 65536];
    let mut late = false;
    while alive || out.is_some() || err.is_some() || stdin.is_some() {
        let mut fds = Vec::new();
        let mut who = Vec::new();
        if let Some(f) = &stdin {
            fds.push(PollFd::new(f, PollFlags::OUT));
            who.push(0);
        }
        if let Some(f) = &out {
            fds.push(PollFd::new(f, PollFlags::IN));
            who.push(1);
        }
        if let Some(f) = &err {
            fds.push(PollFd::new(f, PollFlags::IN));
            who.push(2);
        }
        if alive {
            fds.push(PollFd::new(&end, PollFlags::IN));
            who.push(3);
        }
        let left = if late { None } else { deadline.map(|d| d.saturating_duration_since(Instant::now())) };
        let left = left.and_then(|l| Timespec::try_from(l).ok());
        match poll(&mut fds, left.as_ref()) {
            Err(rustix::io::Errno::INTR) => continue,
            r => r?,
        };
        let ready: Vec<i32> =
            fds.iter().zip(who).filter(|(f, _)| !f.revents().is_empty()).map(|(_, w)| w).collect();
        drop(fds);
        if ready.is_empty() && deadline.is_some_and(|d| Instant::now() >= d) && !late {
            late = true;
            let _ = kill_process_group(pid, Signal::KILL);
            stdin = None;
        }
        for w in ready {
            match w {
                0 => match stdin.as_mut().unwrap().write(rest) {
                    Ok(n) => {
                        rest = &rest[n..];
                        if rest.is_empty() {
                            stdin = None;
                        }
                    }
                    Err(x) if x.kind() == ErrorKind::BrokenPipe => stdin = None,
                    Err(x) if matches!(x.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => {}
                    Err(x) => return Err(x.into()),
                },
                1 => match out.as_mut().unwrap().read(&mut buf)? {
                    0 => out = None,
                    n => o.extend_from_slice(&buf[..n]),
                },
                2 => match err.as_mut().unwrap().read(&mut buf)? {
                    0 => err = None,
                    n => e.extend_from_slice(&buf[..n]),
                },
                _ => alive = false,
            }
        }
    }
    let status = child.wait()?;
    if late {
        return Err(TimeoutExpired { stdout: o, stderr: e }.into());
    }
    Ok(Output { status, stdout: o, stderr: e })
}
