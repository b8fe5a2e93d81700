//! 부모의 표준 입력을 모두 읽어 자식마다 파이프로 넘깁니다. 읽지 않는 자식에게 주어도 부모의 입력이 사라집니다.

#![cfg(unix)]

use std::env::current_exe;
use std::io::{self, Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::JoinHandle;

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
    let mut input = Vec::new();
    io::stdin().read_to_end(&mut input)?;
    let start = |role: &Vec<&str>| {
        let mut child =
            Command::new(&myself).args(role).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let (stdin, input) = (child.stdin.take(), input.clone());
        let writer = std::thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(&input)));
        Ok((child, writer))
    };
    let children: Vec<io::Result<_>> = roles.iter().map(start).collect();
    let finish = |started: io::Result<(Child, JoinHandle<_>)>| {
        let (child, writer) = started?;
        let output = child.wait_with_output()?;
        let _ = writer.join();
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
