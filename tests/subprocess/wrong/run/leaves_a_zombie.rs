//! 다 읽고는 자식을 거두지 않습니다. `Child`를 버리면 파이썬의 `Popen`처럼 나중에 거두어진다고 여긴 것입니다.

use std::io::{self, Read};
use std::os::fd::OwnedFd;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;

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

pub fn returncode(status: ExitStatus) -> i32 {
    status.code().unwrap_or_else(|| -status.signal().unwrap_or(0))
}

pub fn run(args: &[&str], stdout: Stream, stderr: Stream) -> io::Result<Completed> {
    let mut command = Command::new(args[0]);
    command.args(&args[1..]);
    let mut child = start(command, stdout, stderr)?;
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let err = thread::spawn(move || read(err));
    let out = read(out)?;
    let err = err.join().unwrap()?;
    Ok(Completed {
        args: args.iter().map(|word| word.to_string()).collect(),
        returncode: 0,
        stdout: (stdout == Stream::Pipe).then_some(out),
        stderr: (stderr == Stream::Pipe).then_some(err),
    })
}

fn read(from: Option<impl Read>) -> io::Result<Vec<u8>> {
    let mut kept = Vec::new();
    from.map_or(Ok(0), |mut from| from.read_to_end(&mut kept))?;
    Ok(kept)
}
