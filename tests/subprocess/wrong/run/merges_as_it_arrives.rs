//! 파이프 둘을 스레드 둘이 읽고, 받은 순서를 쓴 순서로 여깁니다. 어느 스레드가 먼저 깨어나는지는 자식이 쓴 순서와 상관없습니다.

use std::io::{self, Read};
use std::os::fd::OwnedFd;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::channel;
use std::thread;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
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

fn returncode(status: ExitStatus) -> i32 {
    status.code().unwrap_or_else(|| -status.signal().unwrap_or(0))
}

fn start(mut command: Command, stdout: Stream, stderr: Stream) -> io::Result<Child> {
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

fn merge(out: impl Read + Send, err: impl Read + Send) -> Vec<u8> {
    let (say, heard) = channel();
    thread::scope(|scope| {
        let also = say.clone();
        scope.spawn(move || pass_on(out, |piece| say.send(piece).is_ok()));
        scope.spawn(move || pass_on(err, |piece| also.send(piece).is_ok()));
        heard.iter().flatten().collect()
    })
}

fn pass_on(mut from: impl Read, say: impl Fn(Vec<u8>) -> bool) {
    let mut bytes = [0; 4096];
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        say(bytes[..count].to_vec());
    }
}

pub fn run(args: &[&str], stdout: Stream, stderr: Stream) -> io::Result<Completed> {
    let mut command = Command::new(args[0]);
    command.args(&args[1..]);
    if (stdout, stderr) == (Stream::Pipe, Stream::Stdout) {
        let mut child = start(command, Stream::Pipe, Stream::Pipe)?;
        let merged = merge(child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let args = args.iter().map(|word| word.to_string()).collect();
        let returncode = returncode(child.wait()?);
        return Ok(Completed { args, returncode, stdout: Some(merged), stderr: None });
    }
    let output = start(command, stdout, stderr)?.wait_with_output()?;
    Ok(Completed {
        args: args.iter().map(|word| word.to_string()).collect(),
        returncode: returncode(output.status),
        stdout: (stdout == Stream::Pipe).then_some(output.stdout),
        stderr: (stderr == Stream::Pipe).then_some(output.stderr),
    })
}
