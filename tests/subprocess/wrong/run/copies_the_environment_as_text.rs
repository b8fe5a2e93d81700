//! 환경 변수를 글자로 옮겨 담아서, 글자가 아닌 값이 있으면 패닉합니다.

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
        io::Error::new(error.kind(), format!("{}: {error}", command.get_program().display()))
    })
}

pub fn run(args: &[&str], stdout: Stream, stderr: Stream) -> io::Result<Completed> {
    let mut command = Command::new(args[0]);
    command.args(&args[1..]);
    command.env_clear().envs(std::env::vars());
    let child = start(command, stdout, stderr)?;
    let output = child.wait_with_output()?;
    Ok(Completed {
        args: args.iter().map(|arg| arg.to_string()).collect(),
        returncode: returncode(output.status),
        stdout: (stdout == Stream::Pipe).then_some(output.stdout),
        stderr: (stderr == Stream::Pipe).then_some(output.stderr),
    })
}
