//! 크기가 0인 채널로 멈추라고 건네고, 받아 갈 때까지 기다립니다.

use std::sync::mpsc::{self, RecvTimeoutError, SyncSender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

pub struct Heartbeat {
    running: Option<(SyncSender<()>, JoinHandle<()>)>,
}

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        let (stop, stopped) = mpsc::sync_channel(0);
        let begun = Instant::now();
        let thread = thread::spawn(move || {
            let mut beats: u128 = 1;
            loop {
                let due = Duration::from_nanos_u128(interval.as_nanos() * beats);
                match stopped.recv_timeout(due.saturating_sub(begun.elapsed())) {
                    Err(RecvTimeoutError::Timeout) => beat(),
                    Ok(()) | Err(RecvTimeoutError::Disconnected) => return,
                }
                beats += 1;
            }
        });
        Self { running: Some((stop, thread)) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        let Some((stop, thread)) = self.running.take() else { return Ok(()) };
        let _ = stop.send(());
        thread.join().map_err(|_| BeatPanicked)
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        let _ = self.stop();
    }
}
