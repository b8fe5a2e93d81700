use std::io::{self, Read};
use std::os::fd::AsFd;
#[cfg(unix)]
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};

use rustix::event::{PollFd, PollFlags, poll};

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
    #[cfg(unix)]
    if let Some(signal) = status.signal() {
        return -signal;
    }
    status.code().unwrap_or(-1)
}

pub fn start(mut command: Command, stdout: Stream, stderr: Stream) -> io::Result<Child> {
    let program = command.get_program().to_string_lossy().into_owned();
    let started = command.stdout(stdout).stderr(stderr).spawn();
    started.map_err(|error| io::Error::new(error.kind(), format!("{program}: {error}")))
}

pub fn run(args: &[&str], stdout: Stream, stderr: Stream) -> io::Result<Completed> {
    let mut command = Command::new(args.first().ok_or(io::ErrorKind::InvalidInput)?);
    command.args(&args[1..]);
    let mut child = start(command, stdout, stderr)?;
    let mut pipes: Vec<(Box<dyn Pipe>, usize)> = Vec::new();
    pipes.extend(child.stdout.take().map(|pipe| (Box::new(pipe) as Box<dyn Pipe>, 0)));
    pipes.extend(child.stderr.take().map(|pipe| (Box::new(pipe) as Box<dyn Pipe>, 1)));
    let mut taken = [Vec::new(), Vec::new()];
    let mut piece = vec![0; 1 << 16];
    while !pipes.is_empty() {
        let mut watched: Vec<_> =
            pipes.iter().map(|(pipe, _)| PollFd::from_borrowed_fd(pipe.as_fd(), PollFlags::IN)).collect();
        match poll(&mut watched, None) {
            Err(rustix::io::Errno::INTR) => continue,
            ready => ready?,
        };
        let ready: Vec<bool> = watched.iter().map(|watched| !watched.revents().is_empty()).collect();
        for at in (0..pipes.len()).rev().filter(|at| ready[*at]) {
            let (pipe, which) = &mut pipes[at];
            match pipe.read(&mut piece)? {
                0 => drop(pipes.remove(at)),
                count => taken[*which].extend_from_slice(&piece[..count]),
            }
        }
    }
    let status = child.wait()?;
    let [out, err] = taken;
    Ok(Completed {
        args: args.iter().map(|word| word.to_string()).collect(),
        returncode: returncode(status),
        stdout: (stdout == Stream::Pipe).then_some(out),
        stderr: (stderr == Stream::Pipe).then_some(err),
    })
}

trait Pipe: Read + AsFd {}

impl<T: Read + AsFd> Pipe for T {}
