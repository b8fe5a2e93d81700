#![cfg(unix)]

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
    let start = |role: &Vec<&str>| Command::new(&myself).args(role).stdout(Stdio::piped()).spawn();
    let children: Vec<_> = roles.iter().map(start).collect();
    let finish = |child: io::Result<std::process::Child>| {
        use std::io::Read;
        let mut child = child?;
        let mut output = Vec::new();
        if let Some(mut from) = child.stdout.take() {
            std::thread::scope(|scope| scope.spawn(|| from.read_to_end(&mut output)).join()).unwrap()?;
        }
        Ok(Finished { end: end(child.wait()?), output })
    };
    let finished: Vec<io::Result<Finished>> = children.into_iter().map(finish).collect();
    finished.into_iter().collect()
}

fn end(status: ExitStatus) -> End {
    match status.code() {
        Some(code) => End::Code(code),
        None => End::Signal(status.signal().unwrap_or(0)),
    }
}
