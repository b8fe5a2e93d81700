//! 표준 오류도 가로챕니다. 자식의 경고가 화면에 나오지 않습니다.

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
        .map(|r| Command::new(&me).args(r).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn())
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
