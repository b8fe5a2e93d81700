//! 간격을 32비트 마이크로초에 담습니다. 한 시간 남짓까지만 담기는 것을 잊은 것입니다.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

pub struct Heartbeat {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        let whole = u64::from(interval.as_micros() as u32);
        let interval =
            Duration::from_micros(whole) + Duration::from_nanos(u64::from(interval.subsec_nanos() % 1000));
        let (stop, stopped) = mpsc::channel();
        let mut next = Instant::now() + interval;
        let thread = thread::spawn(move || {
            while stopped.recv_timeout(next.saturating_duration_since(Instant::now()))
                == Err(RecvTimeoutError::Timeout)
            {
                beat();
                next += interval;
            }
        });
        Self { stop: Some(stop), thread: Some(thread) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        self.stop = None;
        self.thread.take().map_or(Ok(()), |thread| thread.join().map_err(|_| BeatPanicked))
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        let _ = self.stop();
    }
}
