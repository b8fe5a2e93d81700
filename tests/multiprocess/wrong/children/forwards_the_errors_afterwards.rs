//! 표준 오류를 가로챘다가 끝난 다음에 내보냅니다.

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
    command.args(role).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()
}

fn finish(child: Child) -> io::Result<Finished> {
    let output = child.wait_with_output()?;
    io::Write::write_all(&mut io::stderr(), &output.stderr)?;
    Ok(Finished { end: end(output.status), output: output.stdout })
}

pub fn run_all(roles: &[Vec<&str>]) -> io::Result<Vec<Finished>> {
    let children: Vec<io::Result<Child>> = roles.iter().map(|role| start(role)).collect();
    let finished: Vec<io::Result<Finished>> = thread::scope(|scope| {
        let readers: Vec<_> = children.into_iter().map(|child| scope.spawn(move || finish(child?))).collect();
        readers.into_iter().map(|reader| reader.join().unwrap()).collect()
    });
    finished.into_iter().collect()
}
