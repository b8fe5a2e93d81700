//! 박자의 수를 한 바이트에 세어서, 256번째부터는 쉬지 않고 칩니다.

use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

fn ended(t: &mut Option<JoinHandle<()>>) -> Result<(), BeatPanicked> {
    match t.take() {
        Some(t) => t.join().map_err(|_| BeatPanicked),
        None => Ok(()),
    }
}

pub struct Heartbeat {
    stop: Option<mpsc::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        let (stop, rx) = mpsc::channel::<()>();
        let thread = thread::spawn(move || {
            let began = Instant::now();
            let mut n = 1u8;
            while rx.recv_timeout((began + interval * n as u32).saturating_duration_since(Instant::now()))
                == Err(mpsc::RecvTimeoutError::Timeout)
            {
                beat();
                n = n.saturating_add(1);
            }
        });
        Self { stop: Some(stop), thread: Some(thread) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        self.stop = None;
        ended(&mut self.thread)
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        let _ = self.stop();
    }
}
