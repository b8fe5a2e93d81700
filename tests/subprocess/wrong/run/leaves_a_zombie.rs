//! 다 읽고는 자식을 거두지 않습니다. `Child`를 버리면 파이썬의 `Popen`처럼 나중에 거두어진다고 여긴 것입니다.

use std::io::{self, Read};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};
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

pub fn start(mut command: Command, stdout: Stream, stderr: Stream) -> io::Result<Child> {
    let program = command.get_program().to_string_lossy().into_owned();
    let started = command.stdout(stdout).stderr(stderr).spawn();
    started.map_err(|error| io::Error::new(error.kind(), format!("{program}: {error}")))
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
