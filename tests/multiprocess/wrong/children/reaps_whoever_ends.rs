//! 누구든 먼저 끝나는 자식을 거둡니다. 부른 쪽의 다른 자식을 빼앗습니다.

#![cfg(unix)]

use std::env::current_exe;
use std::io;
use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitStatus, Stdio};

use nix::sys::wait::{WaitStatus, waitpid};

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
    let mut children: Vec<_> = roles.iter().map(start).collect();
    let mut outputs = Vec::new();
    for child in children.iter_mut().flatten() {
        let mut output = Vec::new();
        child.stdout.take().unwrap().read_to_end(&mut output)?;
        outputs.push(output);
    }
    let mut ends = std::collections::HashMap::new();
    while ends.len() < outputs.len() {
        match waitpid(None, None)? {
            WaitStatus::Exited(pid, code) => ends.insert(pid.as_raw() as u32, End::Code(code)),
            WaitStatus::Signaled(pid, signal, _) => {
                ends.insert(pid.as_raw() as u32, End::Signal(signal as i32))
            }
            _ => None,
        };
    }
    let mut outputs = outputs.into_iter();
    children
        .into_iter()
        .map(|child| {
            let child = child?;
            let end = match ends.get(&child.id()) {
                Some(end) => *end,
                None => return Err(io::Error::other("다른 자식이 먼저 끝났습니다")),
            };
            Ok(Finished { end, output: outputs.next().unwrap() })
        })
        .collect()
}

#[allow(dead_code)]
fn end(status: ExitStatus) -> End {
    match status.code() {
        Some(code) => End::Code(code),
        None => End::Signal(status.signal().unwrap_or(0)),
    }
}
