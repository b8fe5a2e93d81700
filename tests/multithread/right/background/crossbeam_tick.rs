//! crossbeam의 `after`와 멈추라는 채널 가운데 먼저 오는 것을 고릅니다.

use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crossbeam::channel::{self, Sender};
use crossbeam::select;

/// `beat`가 패닉해서 박자가 끊겼습니다.
#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

pub struct Heartbeat {
    asking: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        let (asking, asked) = channel::bounded(0);
        let began = Instant::now();
        let thread = thread::spawn(move || {
            for number in 1.. {
                let due = channel::after((number * interval).saturating_sub(began.elapsed()));
                select! {
                    recv(asked) -> _ => break,
                    recv(due) -> _ => beat(),
                }
            }
        });
        Self { asking: Some(asking), thread: Some(thread) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        self.asking = None;
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
