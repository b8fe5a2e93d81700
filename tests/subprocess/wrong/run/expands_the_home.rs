//! `~`로 시작하는 인수를 홈 폴더로 바꿉니다. 그것은 셸이 하는 일입니다.

use std::io;
#[cfg(unix)]
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
    let home = std::env::var("HOME").unwrap_or_default();
    command.args(args[1..].iter().map(|word| match word.strip_prefix('~') {
        Some(rest) => format!("{home}{rest}"),
        None => word.to_string(),
    }));
    let output = start(command, stdout, stderr)?.wait_with_output()?;
    Ok(Completed {
        args: args.iter().map(|word| word.to_string()).collect(),
        returncode: returncode(output.status),
        stdout: (stdout == Stream::Pipe).then_some(output.stdout),
        stderr: (stderr == Stream::Pipe).then_some(output.stderr),
    })
}
