//! 1초씩 끊어 기다립니다. 파이썬의 `for _ in range(int(limit))`처럼 썼더니 남는 1초 아래를 기다리지 않습니다.

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
        for _ in 0..limit.as_secs() {
            if let Some(mut value) = self.value.try_lock_for(Duration::from_secs(1)) {
                return Ok(job(&mut value));
            }
        }
        let mut value = self.value.try_lock().ok_or(GaveUp)?;
        Ok(job(&mut value))
    }
}
