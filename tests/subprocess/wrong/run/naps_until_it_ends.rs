//! 자식이 끝났는지 0.4초마다 물어서, 끝난 뒤에도 그만큼 늦습니다.

use std::io;
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
    let mut child = start(command, stdout, stderr)?;
    let (mut out, mut err) = (child.stdout.take(), child.stderr.take());
    let (mut kept, mut complaint) = (Vec::new(), Vec::new());
    std::thread::scope(|scope| {
        scope.spawn(|| err.as_mut().map(|err| io::Read::read_to_end(err, &mut complaint)));
        out.as_mut().map(|out| io::Read::read_to_end(out, &mut kept));
    });
    while child.try_wait()?.is_none() {
        std::thread::sleep(std::time::Duration::from_millis(400));
    }
    let output = std::process::Output { status: child.wait()?, stdout: kept, stderr: complaint };
    Ok(Completed {
        args: args.iter().map(|word| word.to_string()).collect(),
        returncode: returncode(output.status),
        stdout: (stdout == Stream::Pipe).then_some(output.stdout),
        stderr: (stderr == Stream::Pipe).then_some(output.stderr),
    })
}
