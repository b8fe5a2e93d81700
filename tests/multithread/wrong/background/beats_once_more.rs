//! 멈추라는 알림에 깨어나서 박자를 한 번 더 칩니다.

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
            loop {
                let woken = asked.recv_timeout(due.saturating_sub(began.elapsed()));
                beat();
                if woken != Err(RecvTimeoutError::Timeout) {
                    break;
                }
                due += interval;
            }
        });
        Self { asking: Some(asking), thread: Some(thread) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        drop(self.asking.take());
        match self.thread.take() {
            Some(thread) => thread.join().map_err(|_| BeatPanicked),
            None => Ok(()),
        }
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        let _ = self.stop();
    }
}
