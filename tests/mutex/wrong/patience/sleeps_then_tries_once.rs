//! 한도만큼 잔 다음 한 번만 시도합니다. 파이썬의 `time.sleep(timeout)`을 기다림의 한도라고 여긴 것입니다.

use std::thread;
use std::time::Duration;

use parking_lot::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

pub struct Patient<T> {
    value: Mutex<T>,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { value: Mutex::new(value) }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        if let Some(mut value) = self.value.try_lock() {
            return Ok(job(&mut value));
        }
        thread::sleep(limit);
        let mut value = self.value.try_lock().ok_or(GaveUp)?;
        Ok(job(&mut value))
    }
}
