//! 한 칸짜리 채널에 값을 넣어 두고, 꺼낸 스레드만 씁니다.

use std::time::Duration;

use crossbeam::channel::{self, Receiver, Sender};

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

pub struct Patient<T> {
    put: Sender<T>,
    take: Receiver<T>,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        let (put, take) = channel::bounded(1);
        let _ = put.send(value);
        Self { put, take }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        let mut value = self.take.recv_timeout(limit).map_err(|_| GaveUp)?;
        let result = job(&mut value);
        let _ = self.put.send(value);
        Ok(result)
    }
}
