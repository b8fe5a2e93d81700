//! 한 번 알린 패닉을 부를 때마다 다시 알립니다.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// `beat`가 패닉해서 박자가 끊겼습니다.
#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

pub struct Heartbeat {
    asking: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
    panicked: bool,
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
        Self { asking: Some(asking), thread: Some(thread), panicked: false }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        drop(self.asking.take());
        if let Some(thread) = self.thread.take() {
            self.panicked = thread.join().is_err();
        }
        if self.panicked { Err(BeatPanicked) } else { Ok(()) }
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        let _ = self.stop();
    }
}
