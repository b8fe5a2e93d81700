use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, ChildStdout, Command, ExitStatus, Output, Stdio};

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
    command.stdout(stdout).stderr(stderr).spawn()
}

pub fn run(args: &[&str], stdout: Stream, stderr: Stream) -> io::Result<Completed> {
    let [program, rest @ ..] = args else {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "args가 비어 있습니다."));
    };
    let mut command = Command::new(program);
    command.args(rest).stdin(Stdio::inherit());
    let reader = match (stdout, stderr) {
        (Stream::Pipe, Stream::Stdout) => {
            let (reader, writer) = io::pipe()?;
            command.stdout(writer.try_clone()?).stderr(writer);
            Some(reader)
        }
        (Stream::DevNull, Stream::Stdout) => {
            command.stdout(Stdio::null()).stderr(Stdio::null());
            None
        }
        _ => {
            command.stdout(stdout).stderr(stderr);
            None
        }
    };
    let mut child =
        command.spawn().map_err(|error| io::Error::new(error.kind(), format!("{program:?} {error}")))?;
    drop(command);
    if let Some(reader) = reader {
        child.stdout = Some(ChildStdout::from(OwnedFd::from(reader)));
    }
    let Output { status, stdout: out, stderr: err } = child.wait_with_output()?;
    let code = status.code().or(status.signal().map(|signal| -signal));
    Ok(Completed {
        args: args.iter().map(ToString::to_string).collect(),
        returncode: code.ok_or(io::ErrorKind::InvalidData)?,
        stdout: if stdout == Stream::Pipe { Some(out) } else { None },
        stderr: if stderr == Stream::Pipe { Some(err) } else { None },
    })
}
