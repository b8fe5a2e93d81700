//! 같은 역할들이면 앞의 결과를 그대로 돌려줍니다.

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
    static DONE: std::sync::Mutex<Vec<(Vec<Vec<String>>, Vec<Finished>)>> = std::sync::Mutex::new(Vec::new());
    let words: Vec<Vec<String>> =
        roles.iter().map(|role| role.iter().map(|word| word.to_string()).collect()).collect();
    if let Some((_, done)) = DONE.lock().unwrap().iter().find(|done| done.0 == words) {
        return Ok(done.clone());
    }
    let myself = current_exe()?;
    let start = |role: &Vec<&str>| Command::new(&myself).args(role).stdout(Stdio::piped()).spawn();
    let children: Vec<_> = roles.iter().map(start).collect();
    let finish = |child: io::Result<std::process::Child>| {
        let output = child?.wait_with_output()?;
        Ok(Finished { end: end(output.status), output: output.stdout })
    };
    let finished: Vec<io::Result<Finished>> = children.into_iter().map(finish).collect();
    let finished: Vec<Finished> = finished.into_iter().collect::<io::Result<_>>()?;
    DONE.lock().unwrap().push((words, finished.clone()));
    Ok(finished)
}

fn end(status: ExitStatus) -> End {
    match status.code() {
        Some(code) => End::Code(code),
        None => End::Signal(status.signal().unwrap_or(0)),
    }
}
