use std::error::Error;
use std::io::{self, Read, Write};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Output};
use std::time::{Duration, Instant};
use std::{fmt, thread};

use rustix::process::{Pid, Signal, kill_process_group};

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
    command.process_group(0);
}

pub fn communicate(mut child: Child, input: &[u8], limit: Duration) -> Result<Output, Box<dyn Error>> {
    let leader = Pid::from_child(&child);
    let deadline = Instant::now() + limit;
    let (stdin, out, err) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (status, stdout, stderr) = thread::scope(|scope| {
        scope.spawn(|| stdin.map(|mut stdin| stdin.write_all(input)));
        let readers = [scope.spawn(|| read(out)), scope.spawn(|| read(err))];
        let mut status = None;
        // 출력이 끝나고 자식도 끝나거나, 한도가 지날 때까지 살핍니다.
        while Instant::now() < deadline {
            if readers.iter().all(|reader| reader.is_finished()) {
                status = child.try_wait()?;
                if status.is_some() {
                    break;
                }
            }
            thread::sleep(Duration::from_millis(3));
        }
        if status.is_none() {
            let _ = kill_process_group(leader, Signal::KILL);
            child.wait()?;
        }
        let [stdout, stderr] = readers.map(|reader| reader.join().unwrap());
        io::Result::Ok((status, stdout, stderr))
    })?;
    match status {
        Some(status) => Ok(Output { status, stdout, stderr }),
        None => Err(TimeoutExpired { stdout, stderr }.into()),
    }
}

fn read(from: Option<impl Read>) -> Vec<u8> {
    let mut bytes = Vec::new();
    from.map(|mut from| from.read_to_end(&mut bytes));
    bytes
}
