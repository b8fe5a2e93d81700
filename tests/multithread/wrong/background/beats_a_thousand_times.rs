//! 박자를 천 번까지만 칩니다.

use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

pub struct Heartbeat {
    sender: Option<mpsc::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        let (sender, receiver) = mpsc::channel::<()>();
        let begun = Instant::now();
        let thread = thread::spawn(move || {
            for n in 1..=1000 {
                if receiver.recv_timeout((begun + interval * n).saturating_duration_since(Instant::now()))
                    != Err(mpsc::RecvTimeoutError::Timeout)
                {
                    return;
                }
                beat();
            }
        });
        Self { sender: Some(sender), thread: Some(thread) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        self.sender = None;
        match self.thread.take() {
            Some(t) => t.join().map_err(|_| BeatPanicked),
            None => Ok(()),
        }
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        let _ = self.stop();
    }
}
