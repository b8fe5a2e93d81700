//! 보내는 쪽과 핸들을 한 `Option`에 담아 함께 꺼냅니다.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// `beat`가 패닉해서 박자가 끊겼습니다.
#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

pub struct Heartbeat {
    running: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        let (asking, asked) = mpsc::channel();
        let mut due = Instant::now() + interval;
        let thread = thread::spawn(move || {
            while let Err(RecvTimeoutError::Timeout) =
                asked.recv_timeout(due.saturating_duration_since(Instant::now()))
            {
                beat();
                due += interval;
            }
        });
        Self { running: Some((asking, thread)) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        let Some((asking, thread)) = self.running.take() else { return Ok(()) };
        drop(asking);
        if thread.join().is_err() { Err(BeatPanicked) } else { Ok(()) }
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        let _ = self.stop();
    }
}
