//! 값을 채널에 넣어 두고 한도까지 받기를 기다립니다.

use std::sync::mpsc::{self, Receiver, SyncSender};
use std::time::{Duration, Instant};

use parking_lot::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

pub struct Patient<T> {
    give: SyncSender<T>,
    take: Mutex<Receiver<T>>,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        let (give, take) = mpsc::sync_channel(1);
        give.send(value).unwrap();
        Self { give, take: Mutex::new(take) }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        let until = Instant::now() + limit;
        let take = self.take.try_lock_until(until).ok_or(GaveUp)?;
        let taken = take.recv_timeout(until.saturating_duration_since(Instant::now()));
        drop(take);
        let mut value = taken.map_err(|_| GaveUp)?;
        let result = job(&mut value);
        let _ = self.give.send(value);
        Ok(result)
    }
}
