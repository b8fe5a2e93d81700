use std::io;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Output, Stdio};

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
    let named = |error: io::Error, name: &std::ffi::OsStr| {
        io::Error::new(error.kind(), format!("{}: {error}", name.display()))
    };
    let started = command.stdout(stdout).stderr(stderr).spawn();
    started.map_err(|error| named(error, command.get_program()))
}

pub fn run(args: &[&str], stdout: Stream, stderr: Stream) -> io::Result<Completed> {
    let [program, rest @ ..] = args else {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "args가 비어 있습니다."));
    };
    let mut command = Command::new(program);
    command.args(rest).stdin(Stdio::inherit());
    command.stdout(stdout).stderr(stderr);
    let child =
        command.spawn().map_err(|error| io::Error::new(error.kind(), format!("{program:?} {error}")))?;
    let Output { status, stdout: out, stderr: err } = child.wait_with_output()?;
    let code = status.code().or(status.signal().map(|signal| -signal));
    Ok(Completed {
        args: args.iter().map(ToString::to_string).collect(),
        returncode: code.ok_or(io::ErrorKind::InvalidData)?,
        stdout: if stdout == Stream::Pipe { Some(out) } else { None },
        stderr: if stderr == Stream::Pipe { Some(err) } else { None },
    })
}
