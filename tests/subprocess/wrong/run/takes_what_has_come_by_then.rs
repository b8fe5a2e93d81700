//! 자식이 끝나면 그때까지 나온 것만 담습니다. 손자가 이어서 쓴 것을 잃습니다.

use std::io::{self, Read};
use std::os::fd::AsFd;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::{OFlags, fcntl_setfl};
use rustix::process::{Pid, PidfdFlags, pidfd_open};

use super::Completed;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stream {
    #[default]
    Inherit,
    Pipe,
    DevNull,
}

impl From<Stream> for Stdio {
    fn from(stream: Stream) -> Stdio {
        match stream {
            Stream::Inherit => Stdio::inherit(),
            Stream::Pipe => Stdio::piped(),
            Stream::DevNull => Stdio::null(),
        }
    }
}

pub fn returncode(status: ExitStatus) -> i32 {
    status.code().unwrap_or_else(|| -status.signal().unwrap_or(0))
}

pub fn start(mut command: Command, stdout: Stream, stderr: Stream) -> io::Result<Child> {
    let program = command.get_program().to_string_lossy().into_owned();
    let started = command.stdout(stdout).stderr(stderr).spawn();
    started.map_err(|error| io::Error::new(error.kind(), format!("{program}: {error}")))
}

fn until_it_ends(pid: Pid, from: Option<impl Read + AsFd>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let Some(mut from) = from else { return Ok(bytes) };
    fcntl_setfl(&from, OFlags::NONBLOCK)?;
    let end = pidfd_open(pid, PidfdFlags::empty())?;
    loop {
        let mut watched = [PollFd::new(&from, PollFlags::IN), PollFd::new(&end, PollFlags::IN)];
        poll(&mut watched, None)?;
        let has_ended = !watched[1].revents().is_empty();
        match from.read_to_end(&mut bytes) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock && !has_ended => {}
            Err(error) if error.kind() != io::ErrorKind::WouldBlock => return Err(error),
            _ => return Ok(bytes),
        }
    }
}

pub fn run(args: &[&str], stdout: Stream, stderr: Stream) -> io::Result<Completed> {
    let mut command = Command::new(args.first().ok_or(io::ErrorKind::InvalidInput)?);
    command.args(&args[1..]);
    let mut child = start(command, stdout, stderr)?;
    let (pid, from) = (Pid::from_child(&child), child.stderr.take());
    let errors = thread::spawn(move || until_it_ends(pid, from));
    let output = until_it_ends(pid, child.stdout.take())?;
    let errors = errors.join().unwrap()?;
    let status = child.wait()?;
    Ok(Completed {
        args: args.iter().map(|word| word.to_string()).collect(),
        returncode: returncode(status),
        stdout: (stdout == Stream::Pipe).then_some(output),
        stderr: (stderr == Stream::Pipe).then_some(errors),
    })
}
