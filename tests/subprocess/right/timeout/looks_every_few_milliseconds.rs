use std::error::Error;
use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Output};
use std::time::{Duration, Instant};
use std::{fmt, io, thread};

use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
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
    command.process_group(0);
}

fn eager(file: Option<impl Into<OwnedFd>>) -> io::Result<Option<File>> {
    let Some(file) = file else { return Ok(None) };
    let file = File::from(file.into());
    fcntl_setfl(&file, fcntl_getfl(&file)? | OFlags::NONBLOCK)?;
    Ok(Some(file))
}

/// 지금 읽을 수 있는 만큼 읽습니다. 끝까지 읽은 파일은 닫습니다.
fn drain(from: &mut Option<File>, kept: &mut Vec<u8>) -> io::Result<()> {
    if let Some(file) = from {
        match file.read_to_end(kept) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            read => {
                read?;
                *from = None;
            }
        }
    }
    Ok(())
}

fn feed(to: &mut Option<File>, left: &mut &[u8]) {
    if let Some(file) = to {
        match file.write(left) {
            Ok(count) => *left = &left[count..],
            Err(error) if error.kind() == ErrorKind::WouldBlock => return,
            Err(_) => *left = &[],
        }
        if left.is_empty() {
            *to = None;
        }
    }
}

pub fn communicate(mut child: Child, input: &[u8], limit: Duration) -> Result<Output, Box<dyn Error>> {
    let deadline = Instant::now() + limit;
    let mut left = input;
    let mut stdin = eager(child.stdin.take())?;
    let (mut out, mut err) = (eager(child.stdout.take())?, eager(child.stderr.take())?);
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    loop {
        feed(&mut stdin, &mut left);
        drain(&mut out, &mut stdout)?;
        drain(&mut err, &mut stderr)?;
        if out.is_none()
            && err.is_none()
            && let Some(status) = child.try_wait()?
        {
            return Ok(Output { status, stdout, stderr });
        }
        if Instant::now() > deadline {
            let _ = kill_process_group(Pid::from_child(&child), Signal::KILL);
            child.wait()?;
            let _ = drain(&mut out, &mut stdout);
            let _ = drain(&mut err, &mut stderr);
            return Err(TimeoutExpired { stdout, stderr }.into());
        }
        thread::sleep(Duration::from_millis(1));
    }
}
