//! 표준 오류를 버립니다. 자식이 왜 실패했는지 아무도 모릅니다.

#![cfg(unix)]

use std::env::current_exe;
use std::io;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};
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
    let mut children: Vec<io::Result<Child>> = roles
        .iter()
        .map(|r| Command::new(&me).args(r).stdout(Stdio::piped()).stderr(Stdio::null()).spawn())
        .collect();

    let all: Vec<io::Result<Finished>> = children
        .into_iter()
        .map(|c| {
            let o = c?.wait_with_output()?;
            Ok(Finished { end: end(o.status), output: o.stdout })
        })
        .collect();
    all.into_iter().collect()
}
