//! 한 번에 백까지만 시작합니다.

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
    if roles.len() > 100 {
        let mut all = run_all(&roles[..100])?;
        all.extend(run_all(&roles[100..])?);
        return Ok(all);
    }
    let children: Vec<_> = roles.iter().map(start).collect();
    let finish = |child: io::Result<std::process::Child>| {
        let output = child?.wait_with_output()?;
        Ok(Finished { end: end(output.status), output: output.stdout })
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
