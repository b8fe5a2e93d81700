//! 멈추라는 표시를 `static`에 둡니다. 하나를 멈추면 모두 멈추고, 다음에 시작한 것은 처음부터 멈춰 있습니다.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

static STOPPED: AtomicBool = AtomicBool::new(false);

/// `beat`가 패닉해서 박자가 끊겼습니다.
#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

pub struct Heartbeat {
    thread: Option<JoinHandle<()>>,
}

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        STOPPED.store(false, Ordering::SeqCst);
        let began = Instant::now();
        let thread = thread::spawn(move || {
            let mut due = interval;
            while !STOPPED.load(Ordering::SeqCst) {
                let rest = due.saturating_sub(began.elapsed());
                if rest.is_zero() {
                    beat();
                    due += interval;
                } else {
                    thread::park_timeout(rest);
                }
            }
        });
        Self { thread: Some(thread) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        STOPPED.store(true, Ordering::SeqCst);
        if let Some(thread) = &self.thread {
            thread.thread().unpark();
        }
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
