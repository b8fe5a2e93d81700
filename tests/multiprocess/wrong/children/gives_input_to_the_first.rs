//! 첫 자식만 표준 입력을 물려받습니다.

#![cfg(unix)]

use std::env::current_exe;
use std::io;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;

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

fn end(status: ExitStatus) -> End {
    match status.signal() {
        Some(signal) => End::Signal(signal),
        None => End::Code(status.code().unwrap_or_default()),
    }
}

fn start(role: &[&str], first: bool) -> io::Result<Child> {
    let mut command = Command::new(current_exe()?);
    if !first {
        command.stdin(Stdio::null());
    }
    command.args(role).stdout(Stdio::piped()).spawn()
}

fn finish(child: Child) -> io::Result<Finished> {
    let output = child.wait_with_output()?;
    Ok(Finished { end: end(output.status), output: output.stdout })
}

pub fn run_all(roles: &[Vec<&str>]) -> io::Result<Vec<Finished>> {
    let children: Vec<io::Result<Child>> =
        roles.iter().enumerate().map(|(at, role)| start(role, at == 0)).collect();
    let finished: Vec<io::Result<Finished>> = thread::scope(|scope| {
        let readers: Vec<_> = children.into_iter().map(|child| scope.spawn(move || finish(child?))).collect();
        readers.into_iter().map(|reader| reader.join().unwrap()).collect()
    });
    finished.into_iter().collect()
}
