use std::error::Error;
use std::fmt;
use std::io::{self, Read, Write};
use std::process::{Child, Command, Output};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

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
    let begun = Instant::now();
    let (id, main) = (child.id(), thread::current());
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let ended = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
        let out = scope.spawn(move || read(stdout));
        let err = scope.spawn(move || read(stderr));
        let ended = &ended;
        let both = scope.spawn(move || {
            let read = (out.join().unwrap(), err.join().unwrap());
            let waited = wait_for_end(id);
            ended.store(true, Ordering::SeqCst);
            main.unpark();
            waited.map(|()| read)
        });
        let mut late = false;
        while !ended.load(Ordering::SeqCst) && !late {
            match limit.checked_sub(begun.elapsed()) {
                Some(left) if !left.is_zero() => thread::park_timeout(left),
                _ => late = true,
            }
        }
        if late {
            kill_group(&mut child)?;
        }
        let (stdout, stderr) = both.join().unwrap()?;
        let (stdout, stderr, status) = (stdout?, stderr?, child.wait()?);
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
