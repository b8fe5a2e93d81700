use std::io::{self, Read};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread;

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
    let program = command.get_program().to_string_lossy().into_owned();
    let started = command.stdout(stdout).stderr(stderr).spawn();
    started.map_err(|error| io::Error::new(error.kind(), format!("{program}: {error}")))
}

pub fn run(args: &[&str], stdout: Stream, stderr: Stream) -> io::Result<Completed> {
    let mut command = Command::new(args[0]);
    command.args(&args[1..]);
    let mut child = start(command, stdout, stderr)?;
    let (say, heard) = channel();
    read(0, child.stdout.take(), say.clone());
    read(1, child.stderr.take(), say);
    let mut kept = [Vec::new(), Vec::new()];
    for (index, bytes) in heard {
        kept[index] = bytes?;
    }
    let status = child.wait()?;
    let [out, err] = kept;
    Ok(Completed {
        args: args.iter().map(|word| word.to_string()).collect(),
        returncode: returncode(status),
        stdout: (stdout == Stream::Pipe).then_some(out),
        stderr: (stderr == Stream::Pipe).then_some(err),
    })
}

type Bytes = io::Result<Vec<u8>>;

fn read(index: usize, from: Option<impl Read + Send + 'static>, say: Sender<(usize, Bytes)>) {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let read = from.map_or(Ok(0), |mut from| from.read_to_end(&mut bytes));
        let _ = say.send((index, read.map(|_| bytes)));
    });
}
