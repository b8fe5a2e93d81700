//! 표준 조건 변수로, 잠근 채 물으며 기다립니다.

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
        let mut due = Instant::now() + interval;
        let thread = thread::spawn(move || {
            loop {
                let rest = due.saturating_duration_since(Instant::now());
                let stopped = asked.0.lock().unwrap();
                if *asked.1.wait_timeout_while(stopped, rest, |stopped| !*stopped).unwrap().0 {
                    return;
                }
                beat();
                due += interval;
            }
        });
        Self { stopped, thread: Some(thread) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        *self.stopped.0.lock().unwrap() = true;
        self.stopped.1.notify_all();
        self.thread.take().map_or(Ok(()), JoinHandle::join).map_err(|_| BeatPanicked)
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        let _ = self.stop();
    }
}
