//! 잠근 채로 박자를 칩니다. 박자가 패닉하면 멈추라는 표시까지 못 쓰게 되어 `stop`이 패닉합니다.

use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

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
        let began = Instant::now();
        let thread = thread::spawn(move || {
            let mut due = interval;
            let mut stopped = asked.0.lock().unwrap();
            while !*stopped {
                let rest = due.saturating_sub(began.elapsed());
                let waited = asked.1.wait_timeout_while(stopped, rest, |stopped| !*stopped).unwrap();
                stopped = waited.0;
                if waited.1.timed_out() {
                    beat();
                    due += interval;
                }
            }
        });
        Self { stopped, thread: Some(thread) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        *self.stopped.0.lock().unwrap() = true;
        self.stopped.1.notify_one();
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
