//! 죽인 다음 출력의 끝까지 읽습니다. 손자가 파이프를 쥐고 있으면 끝은 오지 않습니다.

use std::error::Error;
use std::fmt;
use std::io::Write;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Output};
use std::thread;
use std::time::{Duration, Instant};

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
    let (stdin, input) = (child.stdin.take(), input.to_vec());
    thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(&input)));
    let read = thread::spawn({
        let mut outputs = (child.stdout.take(), child.stderr.take());
        move || {
            let mut kept = (Vec::new(), Vec::new());
            thread::scope(|scope| {
                scope.spawn(|| outputs.0.as_mut().map(|from| std::io::copy(from, &mut kept.0)));
                scope.spawn(|| outputs.1.as_mut().map(|from| std::io::copy(from, &mut kept.1)));
            });
            kept
        }
    });
    while !read.is_finished() || child.try_wait()?.is_none() {
        if Instant::now() > deadline {
            child.kill()?;
            child.wait()?;
            let (stdout, stderr) = read.join().unwrap();
            return Err(TimeoutExpired { stdout, stderr }.into());
        }
        thread::sleep(Duration::from_millis(5));
    }
    let status = child.wait()?;
    let (stdout, stderr) = read.join().unwrap();
    Ok(Output { status, stdout, stderr })
}
