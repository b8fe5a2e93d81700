//! 박자의 때를 실수로 곱해 정합니다. 오래 치면 나노초가 어긋납니다.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

pub struct Heartbeat {
    asking: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        let (asking, asked) = mpsc::channel();
        let began = Instant::now();
        let thread = thread::spawn(move || {
            for number in 1u64.. {
                let due = interval.mul_f64(number as f64);
                let Err(RecvTimeoutError::Timeout) = asked.recv_timeout(due.saturating_sub(began.elapsed()))
                else {
                    break;
                };
                beat();
            }
        });
        Self { asking: Some(asking), thread: Some(thread) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        drop(self.asking.take());
        self.thread.take().map_or(Ok(()), |thread| thread.join().map_err(|_| BeatPanicked))
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        let _ = self.stop();
    }
}
