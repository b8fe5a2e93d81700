//! `Drop`이 없습니다. `stop`을 부르지 않고 버리면 박자가 끝없이 이어집니다.

use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// `beat`가 패닉해서 박자가 끊겼습니다.
#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

/// 멈추라는 표시와, 그것이 바뀌면 깨우는 조건 변수입니다.
type Stop = (Mutex<bool>, Condvar);

pub struct Heartbeat {
    stop: Arc<Stop>,
    thread: Option<JoinHandle<()>>,
}

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        let stop = Arc::new(Stop::default());
        let asked = Arc::clone(&stop);
        let began = Instant::now();
        let thread = thread::spawn(move || {
            let mut due = interval;
            loop {
                let stopped = asked.0.lock().unwrap();
                let rest = due.saturating_sub(began.elapsed());
                let (stopped, _) = asked.1.wait_timeout_while(stopped, rest, |stopped| !*stopped).unwrap();
                if *stopped {
                    break;
                }
                drop(stopped);
                beat();
                due += interval;
            }
        });
        Self { stop, thread: Some(thread) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        *self.stop.0.lock().unwrap() = true;
        self.stop.1.notify_one();
        match self.thread.take() {
            Some(thread) => thread.join().map_err(|_| BeatPanicked),
            None => Ok(()),
        }
    }
}
