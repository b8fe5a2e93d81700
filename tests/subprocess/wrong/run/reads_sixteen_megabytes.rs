//! 출력을 16 MiB까지만 읽습니다. 그보다 긴 출력은 잘립니다.

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

pub fn returncode(status: ExitStatus) -> i32 {
    status.code().unwrap_or_else(|| -status.signal().unwrap())
}

pub fn start(mut command: Command, stdout: Stream, stderr: Stream) -> io::Result<Child> {
    let name = command.get_program().to_string_lossy().into_owned();
    command
        .stdout(stdout)
        .stderr(stderr)
        .spawn()
        .map_err(|e| io::Error::new(e.kind(), format!("{name}: {e}")))
}

pub fn run(args: &[&str], stdout: Stream, stderr: Stream) -> io::Result<Completed> {
    let (program, rest) = args.split_first().ok_or(io::ErrorKind::InvalidInput)?;
    let mut command = Command::new(program);
    command.args(rest);
    let mut child = start(command, stdout, stderr)?;
    let (mut o, mut e) = (Vec::new(), Vec::new());
    let (out, err) = (child.stdout.take(), child.stderr.take());
    thread::scope(|s| {
        s.spawn(|| err.map(|err| err.take(16 << 20).read_to_end(&mut e)));
        out.map(|out| out.take(16 << 20).read_to_end(&mut o));
    });
    let output = std::process::Output { status: child.wait()?, stdout: o, stderr: e };
    Ok(Completed {
        args: args.iter().map(|a| a.to_string()).collect(),
        returncode: returncode(output.status),
        stdout: (stdout == Stream::Pipe).then_some(output.stdout),
        stderr: (stderr == Stream::Pipe).then_some(output.stderr),
    })
}
