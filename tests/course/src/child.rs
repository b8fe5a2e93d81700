//! Child processes that can be ended from another thread.

use std::io::{self, BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus};
use std::sync::{Arc, Mutex, PoisonError};

/// Ends whatever is running for a piece of work, now or later.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    stopped: bool,
    /// Whether children get a group of their own. Otherwise Ctrl-C reaches them as it reaches us.
    apart: bool,
    /// The group of the child that runs; it is not reaped as long as it stands here.
    running: Option<u32>,
}

impl Stop {
    /// For a program that keeps the keyboard to itself and ends its children by [`Stop::stop`].
    pub fn apart() -> Stop {
        Stop(Arc::new(Mutex::new(State { apart: true, ..State::default() })))
    }

    pub fn stop(&self) {
        let mut state = self.state();
        state.stopped = true;
        if let Some(leader) = state.running {
            end(leader);
        }
    }

    pub fn stopped(&self) -> bool {
        self.state().stopped
    }

    /// `None` if the command is not wanted any more.
    pub fn start(&self, command: &mut Command) -> io::Result<Option<Child>> {
        let mut state = self.state();
        #[cfg(unix)]
        if state.apart {
            std::os::unix::process::CommandExt::process_group(command, 0);
        }
        if state.stopped {
            return Ok(None);
        }
        let child = command.spawn()?;
        state.running = Some(child.id());
        Ok(Some(child))
    }

    /// To be called once the output of the child has ended.
    pub fn reap(&self, mut child: Child) -> io::Result<ExitStatus> {
        self.state().running = None;
        child.wait()
    }

    /// Ends a child that has said all it was asked for, with everything it left running in its group.
    pub fn dismiss(&self, mut child: Child) -> io::Result<ExitStatus> {
        let mut state = self.state();
        if state.apart {
            end(child.id());
        }
        state.running = None;
        drop(state);
        child.kill()?;
        child.wait()
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(unix)]
fn end(leader: u32) {
    use rustix::process::{Pid, Signal, kill_process_group};

    if let Some(leader) = Pid::from_raw(leader as i32) {
        let _ = kill_process_group(leader, Signal::KILL);
    }
}

#[cfg(not(unix))]
fn end(leader: u32) {
    let _ = Command::new("taskkill").args(["/T", "/F", "/PID", &leader.to_string()]).output();
}

/// What comes in pieces that end with one of `ends`. Of a piece without an end in sight only the beginning is kept.
pub fn pieces(stream: impl Read, ends: &'static [u8]) -> impl Iterator<Item = String> {
    const LONGEST: usize = 4 << 20;
    let mut stream = BufReader::new(stream);
    std::iter::from_fn(move || {
        let mut piece = Vec::new();
        loop {
            let bytes = stream.fill_buf().ok()?;
            if bytes.is_empty() {
                return (!piece.is_empty()).then(|| String::from_utf8_lossy(&piece).into_owned());
            }
            let end = bytes.iter().position(|byte| ends.contains(byte));
            let rest = &bytes[..end.unwrap_or(bytes.len())];
            piece.extend(&rest[..rest.len().min(LONGEST - piece.len())]);
            let used = rest.len() + usize::from(end.is_some());
            stream.consume(used);
            if end.is_some() {
                return Some(String::from_utf8_lossy(&piece).into_owned());
            }
        }
    })
}
