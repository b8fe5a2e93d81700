//! 패닉하는 도중에 버려지면 멈추지 않습니다.

use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

fn ended(t: &mut Option<JoinHandle<()>>) -> Result<(), BeatPanicked> {
    match t.take() {
        Some(t) => t.join().map_err(|_| BeatPanicked),
        None => Ok(()),
    }
}

pub struct Heartbeat {
    stop: Option<mpsc::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        let (stop, rx) = mpsc::channel::<()>();
        let thread = thread::spawn(move || {
            let mut next = Instant::now() + interval;
            while rx.recv_timeout(next.saturating_duration_since(Instant::now()))
                == Err(mpsc::RecvTimeoutError::Timeout)
            {
                beat();
                next += interval;
            }
        });
        Self { stop: Some(stop), thread: Some(thread) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        self.stop = None;
        ended(&mut self.thread)
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        if !thread::panicking() {
            let _ = self.stop();
        }
    }
}
