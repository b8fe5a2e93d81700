//! 한 번 시도하고 안 되면 바로 포기합니다. 파이썬의 `acquire(blocking=False)`와 `acquire(timeout=2)`를 같다고 여긴 것입니다.

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
        let _ = limit;
        let mut value = self.value.try_lock().ok_or(GaveUp)?;
        Ok(job(&mut value))
    }
}
