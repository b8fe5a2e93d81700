//! 일하는 시간까지 한도에 넣습니다. 파이썬의 `future.result(timeout=2)`처럼 일도 2초 안에 끝나야 한다고 여긴 것입니다.

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
        let mut value = self.value.try_lock_for(limit).ok_or(GaveUp)?;
        let result = job(&mut value);
        if asked.elapsed() > limit {
            return Err(GaveUp);
        }
        Ok(result)
    }
}
