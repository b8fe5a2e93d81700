//! 같은 역할은 한 번만 실행하고 결과를 나눠 씁니다.

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
    let mut once: Vec<&Vec<&str>> = Vec::new();
    roles.iter().for_each(|role| {
        if !once.contains(&role) {
            once.push(role)
        }
    });
    let children: Vec<_> = once.iter().map(|role| start(role)).collect();
    let finish = |child: io::Result<std::process::Child>| {
        let output = child?.wait_with_output()?;
        Ok(Finished { end: end(output.status), output: output.stdout })
    };
    let finished: Vec<io::Result<Finished>> = children.into_iter().map(finish).collect();
    let finished: Vec<Finished> = finished.into_iter().collect::<io::Result<_>>()?;
    Ok(roles.iter().map(|role| finished[once.iter().position(|one| *one == role).unwrap()].clone()).collect())
}

fn end(status: ExitStatus) -> End {
    match status.code() {
        Some(code) => End::Code(code),
        None => End::Signal(status.signal().unwrap_or(0)),
    }
}
