//! 출력을 닫고 더 일하는 자식을 죽입니다.

use std::io::{self, Read};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};

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
    let child = command.stdout(stdout).stderr(stderr).spawn();
    child.map_err(|error| {
        io::Error::new(error.kind(), format!("{}: {error}", command.get_program().display()))
    })
}

pub fn run(args: &[&str], stdout: Stream, stderr: Stream) -> io::Result<Completed> {
    let mut command = Command::new(args[0]);
    command.args(&args[1..]);
    let mut child = start(command, stdout, stderr)?;

    let (mut out, mut err) = (Vec::new(), Vec::new());
    let (pipe, errors) = (child.stdout.take(), child.stderr.take());
    std::thread::scope(|scope| {
        let errors = scope.spawn(|| errors.map(|mut pipe| pipe.read_to_end(&mut err)));
        pipe.map(|mut pipe| pipe.read_to_end(&mut out)).transpose()?;
        errors.join().unwrap().transpose()
    })?;
    if (stdout == Stream::Pipe || stderr == Stream::Pipe) && child.try_wait()?.is_none() {
        child.kill()?;
    }
    let status = child.wait()?;
    Ok(Completed {
        args: args.iter().map(|arg| arg.to_string()).collect(),
        returncode: returncode(status),
        stdout: (stdout == Stream::Pipe).then_some(out),
        stderr: (stderr == Stream::Pipe).then_some(err),
    })
}
