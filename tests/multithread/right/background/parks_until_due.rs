//! `park_timeout`으로 기다리고 `unpark`로 깨웁니다. 깨어날 때마다 표시와 시계를 다시 봅니다.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// `beat`가 패닉해서 박자가 끊겼습니다.
#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

pub struct Heartbeat {
    stopped: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        let stopped = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&stopped);
        let thread = thread::spawn(move || {
            let began = Instant::now();
            let mut due = interval;
            while !asked.load(Ordering::SeqCst) {
                match due.saturating_sub(began.elapsed()) {
                    Duration::ZERO => {
                        beat();
                        due += interval;
                    }
                    rest => thread::park_timeout(rest),
                }
            }
        });
        Self { stopped, thread: Some(thread) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        self.stopped.store(true, Ordering::SeqCst);
        let Some(thread) = self.thread.take() else { return Ok(()) };
        thread.thread().unpark();
        thread.join().or(Err(BeatPanicked))
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        let _ = self.stop();
    }
}
