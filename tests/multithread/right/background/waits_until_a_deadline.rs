//! `crossbeam` 채널에서 다음 박자의 시각까지 기다립니다.

use crossbeam::channel::{RecvTimeoutError, Sender, bounded};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

pub struct Heartbeat(Option<(Sender<()>, JoinHandle<()>)>);

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        let (tx, rx) = bounded(0);
        let mut next = Instant::now() + interval;
        Self(Some((
            tx,
            thread::spawn(move || {
                while let Err(RecvTimeoutError::Timeout) = rx.recv_deadline(next) {
                    beat();
                    next += interval;
                }
            }),
        )))
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        match self.0.take() {
            None => Ok(()),
            Some((tx, thread)) => {
                drop(tx);
                thread.join().map_err(drop).map_err(|()| BeatPanicked)
            }
        }
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        drop(self.stop())
    }
}
