//! 한도를 밀리초로 바꿉니다. `as_millis`가 파이썬의 `int(limit * 1000)`처럼 나머지를 버립니다.

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
        let limit = Duration::from_millis(limit.as_millis() as u64);
        let mut value = self.value.try_lock_for(limit).ok_or(GaveUp)?;
        Ok(job(&mut value))
    }
}
