//! 모든 값이 문 하나를 함께 쓰므로, 다른 값을 쓰는 스레드까지 기다립니다.

use parking_lot::Mutex;
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

static GATE: Mutex<()> = Mutex::new(());

pub struct Patient<T> {
    value: Mutex<T>,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { value: Mutex::new(value) }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        let _gate = GATE.try_lock_for(limit).ok_or(GaveUp)?;
        Ok(job(&mut self.value.lock()))
    }
}
