//! parking_lot의 조건 변수로 마감 시각까지 기다립니다.

use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};

/// `beat`가 패닉해서 박자가 끊겼습니다.
#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

pub struct Heartbeat {
    stopped: Arc<(Mutex<bool>, Condvar)>,
    thread: Option<JoinHandle<()>>,
}

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        let stopped = Arc::new((Mutex::new(false), Condvar::new()));
        let asked = Arc::clone(&stopped);
        let mut due = Instant::now() + interval;
        let thread = thread::spawn(move || {
            loop {
                let mut stopped = asked.0.lock();
                while !*stopped && Instant::now() < due {
                    asked.1.wait_until(&mut stopped, due);
                }
                if *stopped {
                    return;
                }
                drop(stopped);
                beat();
                due += interval;
            }
        });
        Self { stopped, thread: Some(thread) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        *self.stopped.0.lock() = true;
        self.stopped.1.notify_all();
        self.thread.take().map_or(Ok(()), JoinHandle::join).map_err(|_| BeatPanicked)
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        let _ = self.stop();
    }
}
