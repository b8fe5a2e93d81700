//! 다른 스레드에게 대신 기다리게 합니다. 파이썬의 `future.result(timeout=2)`처럼 떠나도 된다고 여겼지만 `scope`는 끝까지 기다립니다.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use parking_lot::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

pub struct Patient<T> {
    value: Mutex<T>,
}

impl<T: Send> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { value: Mutex::new(value) }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        if let Some(mut value) = self.value.try_lock() {
            return Ok(job(&mut value));
        }
        let (free, freed) = mpsc::channel();
        thread::scope(|scope| {
            scope.spawn(|| {
                let _guard = self.value.lock();
                let _ = free.send(());
            });
            freed.recv_timeout(limit).map_err(|_| GaveUp)
        })?;
        Ok(job(&mut self.value.lock()))
    }
}
