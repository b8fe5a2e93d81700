//! 잠깐씩 자면서 끝났는지 묻습니다.

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

fn start(role: &[&str]) -> io::Result<Child> {
    let mut command = Command::new(current_exe()?);
    command.args(role).stdout(Stdio::piped()).spawn()
}

fn finish(child: Child) -> io::Result<Finished> {
    let mut child = child;
    let mut output = Vec::new();
    if let Some(mut pipe) = child.stdout.take() {
        io::copy(&mut pipe, &mut output)?;
    }
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Finished { end: end(status), output });
        }
        thread::sleep(std::time::Duration::from_millis(2));
    }
}

pub fn run_all(roles: &[Vec<&str>]) -> io::Result<Vec<Finished>> {
    let children: Vec<io::Result<Child>> = roles.iter().map(|role| start(role)).collect();
    let finished: Vec<io::Result<Finished>> = thread::scope(|scope| {
        let readers: Vec<_> = children.into_iter().map(|child| scope.spawn(move || finish(child?))).collect();
        readers.into_iter().map(|reader| reader.join().unwrap()).collect()
    });
    finished.into_iter().collect()
}
