//! 긴 기다림을 한 시간씩 나누어, 깨어나 묻고 다시 기다립니다.

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
            let mut next = begun + interval;
            loop {
                let left = next.saturating_duration_since(Instant::now());
                if left.is_zero() {
                    next += interval;
                    beat();
                    continue;
                }
                if receiver.recv_timeout(left.min(Duration::from_secs(3600)))
                    != Err(mpsc::RecvTimeoutError::Timeout)
                {
                    return;
                }
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
