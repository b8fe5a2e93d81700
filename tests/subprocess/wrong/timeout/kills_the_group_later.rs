//! 자식을 죽이고, 그룹은 조금 뒤에 스레드가 죽이게 합니다. 돌아온 뒤에도 손자가 살아 있습니다.

use std::error::Error;
use std::io::{Read, Write};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Output};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{fmt, mem, thread};

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
    let deadline = Instant::now() + limit;
    let left = || deadline.saturating_duration_since(Instant::now());
    let (stdin, input) = (child.stdin.take(), input.to_vec());
    thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(&input)));
    let (say, ended) = channel();
    let outputs = [collect(child.stdout.take(), say.clone()), collect(child.stderr.take(), say)];
    let read = || outputs.each_ref().map(|output| mem::take(&mut *output.lock().unwrap()));
    let mut in_time = outputs.iter().all(|_| ended.recv_timeout(left()).is_ok());
    while in_time {
        if let Some(status) = child.try_wait()? {
            let [stdout, stderr] = read();
            return Ok(Output { status, stdout, stderr });
        }
        thread::sleep(left().min(Duration::from_millis(2)));
        in_time = !left().is_zero();
    }
    let leader = Pid::from_child(&child);
    child.kill()?;
    child.wait()?;
    thread::spawn(move || {
        thread::sleep(Duration::from_secs(10));
        kill_process_group(leader, Signal::KILL)
    });
    while ended.recv_timeout(Duration::from_secs(1)).is_ok() {}
    let [stdout, stderr] = read();
    Err(TimeoutExpired { stdout, stderr }.into())
}

fn collect(from: Option<impl Read + Send + 'static>, ended: Sender<()>) -> Arc<Mutex<Vec<u8>>> {
    let kept = Arc::default();
    let shared: Arc<Mutex<Vec<u8>>> = Arc::clone(&kept);
    thread::spawn(move || {
        let (mut from, mut bytes) = (from, [0; 8192]);
        while let Some(Ok(count @ 1..)) = from.as_mut().map(|from| from.read(&mut bytes)) {
            shared.lock().unwrap().extend(&bytes[..count]);
        }
        let _ = ended.send(());
    });
    kept
}
