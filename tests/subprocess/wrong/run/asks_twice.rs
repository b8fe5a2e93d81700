//! 반환 코드를 얻으려고 한 번, 출력을 얻으려고 한 번 실행합니다. 자식이 하는 일도 두 번 일어납니다.

use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::process::ExitStatusExt;
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

pub struct Completed {
    pub args: Vec<String>,
    pub returncode: i32,
    pub stdout: Option<Vec<u8>>,
    pub stderr: Option<Vec<u8>>,
}

pub fn returncode(status: ExitStatus) -> i32 {
    status.code().unwrap_or_else(|| -status.signal().unwrap_or(0))
}

pub fn start(mut command: Command, stdout: Stream, stderr: Stream) -> io::Result<Child> {
    let program = command.get_program().to_string_lossy().into_owned();
    command.stdout(stdout).stderr(if stderr == Stream::Stdout { stdout } else { stderr });
    let mut merged = None;
    if (stdout, stderr) == (Stream::Pipe, Stream::Stdout) {
        let (reader, writer) = io::pipe()?;
        command.stdout(writer.try_clone()?).stderr(writer);
        merged = Some(OwnedFd::from(reader).into());
    } else if (stdout, stderr) == (Stream::Inherit, Stream::Stdout) {
        command.stderr(Stream::Stdout);
    }
    let started = command.spawn();
    let mut child = started.map_err(|error| io::Error::new(error.kind(), format!("{program}: {error}")))?;
    child.stdout = merged.or(child.stdout);
    Ok(child)
}

pub fn run(args: &[&str], stdout: Stream, stderr: Stream) -> io::Result<Completed> {
    let mut command = Command::new(args[0]);
    command.args(&args[1..]);
    let mut silent = Command::new(args[0]);
    silent.args(&args[1..]);
    let status = start(silent, Stream::DevNull, Stream::DevNull)?.wait()?;
    let output = start(command, stdout, stderr)?.wait_with_output()?;
    Ok(Completed {
        args: args.iter().map(|word| word.to_string()).collect(),
        returncode: returncode(status),
        stdout: (stdout == Stream::Pipe).then_some(output.stdout),
        stderr: (stderr == Stream::Pipe).then_some(output.stderr),
    })
}
