//! 읽은 조각마다 글자로 바꾸어, 글자가 아닌 바이트를 잃습니다.

use std::error::Error;
use std::io::{Read, Write};
use std::process::{Child, Command, Output};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{fmt, mem, thread};
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
    #[cfg(unix)]
    if let Some(leader) = rustix::process::Pid::from_raw(child.id() as i32) {
        let _ = rustix::process::kill_process_group(leader, rustix::process::Signal::KILL);
    }
    child.kill()?;
    child.wait()?;
    // 죽은 그룹의 파이프는 곧 닫힙니다. 그룹에서 나간 프로세스가 쥔 것은 기다리지 않습니다.
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
            shared.lock().unwrap().extend(String::from_utf8_lossy(&bytes[..count]).bytes());
        }
        let _ = ended.send(());
    });
    kept
}
