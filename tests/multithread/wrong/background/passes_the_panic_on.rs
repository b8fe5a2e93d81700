//! `stop`에서 `join().unwrap()`을 불러 박자의 패닉을 옮겨 받습니다.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// `beat`가 패닉해서 박자가 끊겼습니다.
#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

pub struct Heartbeat {
    asking: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        let (asking, asked) = mpsc::channel();
        let began = Instant::now();
        let thread = thread::spawn(move || {
            let mut due = interval;
            while asked.recv_timeout(due.saturating_sub(began.elapsed())) == Err(RecvTimeoutError::Timeout) {
                beat();
                due += interval;
            }
        });
        Self { asking: Some(asking), thread: Some(thread) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        drop(self.asking.take());
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
        Ok(())
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        let _ = self.stop();
    }
}
