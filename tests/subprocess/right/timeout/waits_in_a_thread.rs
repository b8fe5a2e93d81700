use std::error::Error;
use std::fmt;
use std::io::{self, Read, Write};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Output};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

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
    command.process_group(0);
}

enum News {
    Bytes(usize, Vec<u8>),
    Closed,
    Exited,
}

fn read(index: usize, from: Option<impl Read + Send + 'static>, say: Sender<News>) {
    thread::spawn(move || {
        let (mut from, mut bytes) = (from, [0; 16 << 10]);
        while let Some(Ok(count @ 1..)) = from.as_mut().map(|from| from.read(&mut bytes)) {
            let _ = say.send(News::Bytes(index, bytes[..count].to_vec()));
        }
        let _ = say.send(News::Closed);
    });
}

pub fn communicate(mut child: Child, input: &[u8], limit: Duration) -> Result<Output, Box<dyn Error>> {
    let deadline = Instant::now().checked_add(limit);
    let leader = Pid::from_child(&child);
    let (say, news) = channel();
    let (stdin, input) = (child.stdin.take(), input.to_vec());
    thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(&input)));
    read(0, child.stdout.take(), say.clone());
    read(1, child.stderr.take(), say.clone());
    thread::spawn(move || {
        // 끝난 것만 알고 거두지는 않으므로 번호는 아직 자식의 것입니다.
        let ended = || waitid(WaitId::Pid(leader), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT);
        while ended().is_err_and(|error| io::Error::from(error).kind() == io::ErrorKind::Interrupted) {}
        let _ = say.send(News::Exited);
    });
    let mut kept = [Vec::new(), Vec::new()];
    let mut waiting = 3;
    let mut expired = false;
    while waiting > 0 {
        let left = deadline.map_or(limit, |deadline| deadline.saturating_duration_since(Instant::now()));
        match news.recv_timeout(if expired { Duration::from_secs(5) } else { left }) {
            Ok(News::Bytes(index, bytes)) => kept[index].extend(bytes),
            Ok(News::Closed | News::Exited) => waiting -= 1,
            Err(_) if expired => break,
            Err(_) => {
                expired = true;
                let _ = kill_process_group(leader, Signal::KILL);
            }
        }
    }
    let (status, [stdout, stderr]) = (child.wait()?, kept);
    if expired {
        Err(TimeoutExpired { stdout, stderr }.into())
    } else {
        Ok(Output { status, stdout, stderr })
    }
}
