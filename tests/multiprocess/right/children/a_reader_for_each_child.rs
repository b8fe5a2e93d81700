#![cfg(unix)]

use std::env::current_exe;
use std::io::{self, Read};
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

fn end(s: ExitStatus) -> End {
    match s.code() {
        Some(c) => End::Code(c),
        None => End::Signal(s.signal().unwrap()),
    }
}

pub fn run_all(roles: &[Vec<&str>]) -> io::Result<Vec<Finished>> {
    let me = current_exe()?;
    let mut children: Vec<io::Result<Child>> =
        roles.iter().map(|r| Command::new(&me).args(r).stdout(Stdio::piped()).spawn()).collect();

    thread::scope(|s| {
        let mut hs = Vec::new();
        for c in &mut children {
            hs.push(match c {
                Ok(c) => {
                    let mut out = c.stdout.take().unwrap();
                    Some(s.spawn(move || {
                        let mut v = Vec::new();
                        out.read_to_end(&mut v).map(|_| v)
                    }))
                }
                Err(_) => None,
            });
        }
        let outs: Vec<_> = hs.into_iter().map(|h| h.map(|h| h.join().unwrap())).collect();
        let all: Vec<io::Result<Finished>> = children
            .into_iter()
            .zip(outs)
            .map(|(c, o)| {
                let e = c?.wait()?;
                Ok(Finished { end: end(e), output: o.unwrap()? })
            })
            .collect();
        all.into_iter().collect()
    })
}
