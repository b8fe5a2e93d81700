//! start로 시작하지 못하면 프로그램 이름이 없습니다.

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
    command.stdout(stdout).stderr(stderr).spawn()
}

pub fn run(args: &[&str], stdout: Stream, stderr: Stream) -> io::Result<Completed> {
    let mut command = Command::new(args[0]);
    command.args(&args[1..]);
    let child = start(command, stdout, stderr)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", args[0])))?;
    let output = child.wait_with_output()?;
    Ok(Completed {
        args: args.iter().map(|arg| arg.to_string()).collect(),
        returncode: returncode(output.status),
        stdout: (stdout == Stream::Pipe).then_some(output.stdout),
        stderr: (stderr == Stream::Pipe).then_some(output.stderr),
    })
}
