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

struct Started(std::process::Child);

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.0.wait();
    }
}

impl Started {
    fn finish(mut self) -> io::Result<Finished> {
        let mut output = Vec::new();
        if let Some(from) = self.0.stdout.as_mut() {
            io::Read::read_to_end(from, &mut output)?;
        }
        Ok(Finished { end: end(self.0.wait()?), output })
    }
}

pub fn run_all(roles: &[Vec<&str>]) -> io::Result<Vec<Finished>> {
    let myself = current_exe()?;
    let start = |role: &Vec<&str>| Command::new(&myself).args(role).stdout(Stdio::piped()).spawn().map(Started);
    let children: Vec<_> = roles.iter().map(start).collect();
    let finish = |child: io::Result<Started>| child.and_then(Started::finish);
    let finished: Vec<io::Result<Finished>> = children.into_iter().map(finish).collect();
    finished.into_iter().collect()
}

fn end(status: ExitStatus) -> End {
    match status.code() {
        Some(code) => End::Code(code),
        None => End::Signal(status.signal().unwrap_or(0)),
    }
}
