//! 한도까지 쉬지 않고 다시 시도합니다. 파이썬의 `acquire(blocking=False)`를 `while`로 감싸면 `timeout=`과 같다고 여긴 것입니다.

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
        let deadline = Instant::now() + limit;
        loop {
            if let Some(mut value) = self.value.try_lock() {
                return Ok(job(&mut value));
            }
            if Instant::now() >= deadline {
                return Err(GaveUp);
            }
        }
    }
}
