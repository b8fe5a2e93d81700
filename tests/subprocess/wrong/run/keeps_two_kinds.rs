//! 없을 때와 권한이 없을 때 말고는 오류의 종류를 잃습니다.

use std::io;
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
        let kind = match error.kind() {
            kind @ (io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied) => kind,
            _ => io::ErrorKind::Other,
        };
        io::Error::new(kind, format!("{}: {error}", command.get_program().display()))
    })
}

pub fn run(args: &[&str], stdout: Stream, stderr: Stream) -> io::Result<Completed> {
    let mut command = Command::new(args[0]);
    command.args(&args[1..]);
    let child = start(command, stdout, stderr)?;
    let output = child.wait_with_output()?;
    Ok(Completed {
        args: args.iter().map(|arg| arg.to_string()).collect(),
        returncode: returncode(output.status),
        stdout: (stdout == Stream::Pipe).then_some(output.stdout),
        stderr: (stderr == Stream::Pipe).then_some(output.stderr),
    })
}
