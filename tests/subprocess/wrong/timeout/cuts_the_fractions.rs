//! 한도의 초만 봅니다. 0.3초는 0초가 됩니다.

use std::error::Error;
use std::fmt;
use std::io::{self, Read, Write};
use std::process::{Child, Command, Output};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

#[cfg(unix)]
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};

#[derive(Debug, PartialEq, Eq)]
pub struct TimeoutExpired {
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
}

impl Error for TimeoutExpired {}

impl fmt::Display for TimeoutExpired {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("한도 안에 끝나지 않았습니다.")
    }
}

pub fn own_group(command: &mut Command) {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
}

pub fn wait_for_end(id: u32) -> io::Result<()> {
    #[cfg(unix)]
    if let Some(pid) = Pid::from_raw(id as i32) {
        waitid(WaitId::Pid(pid), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT)?;
    }
    Ok(())
}

pub fn kill_group(child: &mut Child) -> io::Result<()> {
    #[cfg(unix)]
    return Ok(kill_process_group(Pid::from_child(child), Signal::KILL)?);
    #[cfg(not(unix))]
    child.kill()
}

pub fn communicate(mut child: Child, input: &[u8], limit: Duration) -> Result<Output, Box<dyn Error>> {
    let id = child.id();
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (say, ended) = channel();
    thread::scope(|scope| {
        let work = scope.spawn(move || {
            let errors = scope.spawn(move || read(stderr));
            // 자식이 입력을 그만 읽는 것은 오류가 아닙니다.
            scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
            let output = read(stdout);
            let errors = errors.join().unwrap();
            let outcome = wait_for_end(id).and(output).and_then(|output| Ok((output, errors?)));
            let _ = say.send(());
            outcome
        });
        let late = ended.recv_timeout(Duration::from_secs(limit.as_secs())).is_err();
        if late {
            kill_group(&mut child)?;
        }
        let (stdout, stderr) = work.join().unwrap()?;
        let status = child.wait()?;
        if late {
            Err(TimeoutExpired { stdout, stderr }.into())
        } else {
            Ok(Output { status, stdout, stderr })
        }
    })
}

fn read(from: Option<impl Read>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.map_or(Ok(0), |mut from| from.read_to_end(&mut bytes))?;
    Ok(bytes)
}
