//! 잠근 다음에야 시계를 봅니다. 파이썬의 `timeout=` 없이 `time.time()`만 재도 한도가 된다고 여긴 것입니다.

use std::time::{Duration, Instant};

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
        let asked = Instant::now();
        let mut value = self.value.lock();
        if asked.elapsed() > limit {
            return Err(GaveUp);
        }
        Ok(job(&mut value))
    }
}
