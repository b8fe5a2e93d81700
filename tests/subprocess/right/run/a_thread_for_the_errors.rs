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
    let mut command = Command::new(args[0]);
    command.args(&args[1..]);
    let mut child = start(command, stdout, stderr)?;
    let (mut o, mut e) = (Vec::new(), Vec::new());
    let (out, err) = (child.stdout.take(), child.stderr.take());
    thread::scope(|s| -> io::Result<()> {
        let t = s.spawn(|| match err {
            Some(mut err) => err.read_to_end(&mut e),
            None => Ok(0),
        });
        if let Some(mut out) = out {
            out.read_to_end(&mut o)?;
        }
        t.join().unwrap()?;
        Ok(())
    })?;
    let status = child.wait()?;
    Ok(Completed {
        args: args.iter().map(ToString::to_string).collect(),
        returncode: returncode(status),
        stdout: if stdout == Stream::Pipe { Some(o) } else { None },
        stderr: if stderr == Stream::Pipe { Some(e) } else { None },
    })
}
