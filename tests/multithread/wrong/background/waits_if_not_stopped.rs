//! 멈추라는 표시를 잠그지 않고 보고 나서 기다립니다. 그사이에 온 알림을 놓치면 한 박자를 더 기다립니다.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// `beat`가 패닉해서 박자가 끊겼습니다.
#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

pub struct Heartbeat {
    stopped: Arc<(AtomicBool, Mutex<()>, Condvar)>,
    thread: Option<JoinHandle<()>>,
}

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        let stopped = Arc::new((AtomicBool::new(false), Mutex::new(()), Condvar::new()));
        let asked = Arc::clone(&stopped);
        let began = Instant::now();
        let thread = thread::spawn(move || {
            let mut due = interval;
            while !asked.0.load(Ordering::SeqCst) {
                let guard = asked.1.lock().unwrap();
                let rest = due.saturating_sub(began.elapsed());
                let (_guard, waited) = asked.2.wait_timeout(guard, rest).unwrap();
                if waited.timed_out() {
                    beat();
                    due += interval;
                }
            }
        });
        Self { stopped, thread: Some(thread) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        self.stopped.0.store(true, Ordering::SeqCst);
        self.stopped.2.notify_one();
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
