//! 표준 입력을 `/dev/null`로 바꿉니다. 자식이 부모의 입력을 읽지 못합니다.

use std::io;
#[cfg(windows)]
use std::os::windows::io::OwnedHandle as Owned;
#[cfg(unix)]
use std::os::{fd::OwnedFd as Owned, unix::process::ExitStatusExt};
use std::process::{Child, Command, ExitStatus, Stdio};
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stream {
    #[default]
    Inherit,
    Pipe,
    DevNull,
    Stdout,
}

impl From<Stream> for Stdio {
    fn from(stream: Stream) -> Stdio {
        match stream {
            Stream::Inherit => Stdio::inherit(),
            Stream::Pipe => Stdio::piped(),
            Stream::DevNull => Stdio::null(),
            Stream::Stdout => io::stdout().into(),
        }
    }
}
#[derive(Debug, PartialEq, Eq)]
pub struct Completed {
    pub args: Vec<String>,
    pub returncode: i32,
    pub stdout: Option<Vec<u8>>,
    pub stderr: Option<Vec<u8>>,
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
    let nowhere = (stdout, stderr) == (Stream::DevNull, Stream::Stdout);
    command.stdout(stdout).stderr(if nowhere { stdout } else { stderr });
    let mut merged = None;
    if (stdout, stderr) == (Stream::Pipe, Stream::Stdout) {
        let (reader, writer) = io::pipe()?;
        command.stdout(writer.try_clone()?).stderr(writer);
        merged = Some(Owned::from(reader).into());
    }
    let started = command.spawn();
    let mut child = started.map_err(|error| io::Error::new(error.kind(), format!("{program}: {error}")))?;
    child.stdout = merged.or(child.stdout);
    Ok(child)
}
pub fn run(args: &[&str], stdout: Stream, stderr: Stream) -> io::Result<Completed> {
    let mut command = Command::new(args.first().ok_or(io::ErrorKind::InvalidInput)?);
    command.args(&args[1..]).stdin(Stdio::null());
    let output = start(command, stdout, stderr)?.wait_with_output()?;
    Ok(Completed {
        args: args.iter().map(|word| word.to_string()).collect(),
        returncode: returncode(output.status),
        stdout: (stdout == Stream::Pipe).then_some(output.stdout),
        stderr: (stderr == Stream::Pipe).then_some(output.stderr),
    })
}
