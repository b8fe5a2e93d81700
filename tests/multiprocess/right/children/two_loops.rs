use std::env::current_exe;
use std::io;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitStatus, Stdio};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Code(i32),
    Signal(i32),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    pub end: End,
    pub output: Vec<u8>,
}

pub fn run_all(roles: &[Vec<&str>]) -> io::Result<Vec<Finished>> {
    let myself = current_exe()?;
    let mut children = Vec::new();
    for role in roles {
        let mut command = Command::new(&myself);
        command.args(role).stdout(Stdio::piped());
        children.push(command.spawn());
    }
    let finish = |child: io::Result<std::process::Child>| {
        let output = child?.wait_with_output()?;
        Ok(Finished { end: end(output.status), output: output.stdout })
    };
    let (mut finished, mut failed) = (Vec::new(), None);
    for child in children {
        match finish(child) {
            Ok(one) => finished.push(one),
            Err(error) => failed = Some(error),
        }
    }
    failed.map_or(Ok(finished), Err)
}

fn end(status: ExitStatus) -> End {
    match status.code() {
        Some(code) => End::Code(code),
        None => End::Signal(status.signal().unwrap_or(0)),
    }
}
