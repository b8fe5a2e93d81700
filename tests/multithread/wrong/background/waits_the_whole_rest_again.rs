//! 알림 없이 깨어나면 남은 시간이 아니라 처음의 시간을 다시 기다립니다.

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
                let mut stopped = asked.0.lock().unwrap();
                loop {
                    if *stopped {
                        return;
                    }
                    let (guard, waited) = asked.1.wait_timeout(stopped, rest).unwrap();
                    stopped = guard;
                    if waited.timed_out() {
                        break;
                    }
                }
                drop(stopped);
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
