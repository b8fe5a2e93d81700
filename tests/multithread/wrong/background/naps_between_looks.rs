//! 10밀리초마다 깨어나 멈추라는지, 박자를 칠 때인지 묻습니다.

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
                if began.elapsed() >= due {
                    beat();
                    due += interval;
                }
                thread::sleep(Duration::from_millis(10));
            }
        });
        Self { stopped, thread: Some(thread) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        self.stopped.store(true, Ordering::SeqCst);
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
