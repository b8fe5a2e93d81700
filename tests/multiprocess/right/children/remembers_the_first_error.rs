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

fn end(s: ExitStatus) -> End {
    match s.code() {
        Some(c) => End::Code(c),
        None => End::Signal(s.signal().unwrap()),
    }
}

pub fn run_all(roles: &[Vec<&str>]) -> io::Result<Vec<Finished>> {
    let me = current_exe()?;
    let mut started = Vec::new();
    let mut failed = None;
    for r in roles {
        match Command::new(&me)
            .args(r)
            .stdin(Stdio::inherit())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
        {
            Ok(c) => started.push(c),
            Err(e) => {
                failed.get_or_insert(e);
            }
        }
    }
    let mut done = Vec::with_capacity(roles.len());
    for c in started {
        match c.wait_with_output() {
            Ok(o) => done.push(Finished {
                end: o.status.code().map_or_else(|| End::Signal(o.status.signal().unwrap()), End::Code),
                output: o.stdout,
            }),
            Err(e) => {
                failed.get_or_insert(e);
            }
        }
    }
    match failed {
        Some(e) => Err(e),
        None => Ok(done),
    }
}
