use std::io::{self, Read};
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
    command.args(&args[1..]);
    let mut child = Reaped(start(command, stdout, stderr)?);
    let mut errors = child.0.stderr.take();
    let (out, err) = std::thread::scope(|scope| {
        let err = scope.spawn(|| everything(&mut errors));
        let out = everything(&mut child.0.stdout);
        (out, err.join().unwrap())
    });
    let (out, err) = (out?, err?);
    let status = child.0.wait()?;
    Ok(Completed {
        args: args.iter().map(|word| word.to_string()).collect(),
        returncode: returncode(status),
        stdout: out,
        stderr: err,
    })
}

struct Reaped(Child);

impl Drop for Reaped {
    fn drop(&mut self) {
        let _ = self.0.wait();
    }
}

fn everything(from: &mut Option<impl Read>) -> io::Result<Option<Vec<u8>>> {
    let Some(from) = from else { return Ok(None) };
    let mut bytes = Vec::new();
    io::copy(from, &mut bytes)?;
    Ok(Some(bytes))
}
