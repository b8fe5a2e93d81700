use std::io::{self, PipeReader, Read};
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

fn read(from: Option<PipeReader>) -> io::Result<Option<Vec<u8>>> {
    let Some(mut from) = from else { return Ok(None) };
    let mut kept = Vec::new();
    from.read_to_end(&mut kept)?;
    Ok(Some(kept))
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
    let named = |error: io::Error, name: &std::ffi::OsStr| {
        io::Error::new(error.kind(), format!("{}: {error}", name.display()))
    };
    let started = command.stdout(stdout).stderr(stderr).spawn();
    started.map_err(|error| named(error, command.get_program()))
}

pub fn run(args: &[&str], stdout: Stream, stderr: Stream) -> io::Result<Completed> {
    let mut command = Command::new(args[0]);
    command.args(&args[1..]);
    let (mut out, mut err) = (None, None);
    match stdout {
        Stream::Pipe => {
            let (reader, writer) = io::pipe()?;
            command.stdout(writer);
            out = Some(reader);
        }
        Stream::DevNull => {
            command.stdout(Stdio::null());
        }
        _ => {}
    }
    match stderr {
        Stream::Pipe => {
            let (reader, writer) = io::pipe()?;
            command.stderr(writer);
            err = Some(reader);
        }
        Stream::DevNull => {
            command.stderr(Stdio::null());
        }
        Stream::Inherit => {
            command.stderr(Stdio::inherit());
        }
    }
    let mut child =
        command.spawn().map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", args[0])))?;
    drop(command);
    thread::scope(|scope| {
        let err = scope.spawn(|| read(err));
        let stdout = read(out)?;
        let stderr = err.join().unwrap()?;
        let status = child.wait()?;
        let returncode = status.code().or(status.signal().map(|signal| -signal)).unwrap_or(-1);
        let args = args.iter().map(|word| word.to_string()).collect();
        Ok(Completed { args, returncode, stdout, stderr })
    })
}
