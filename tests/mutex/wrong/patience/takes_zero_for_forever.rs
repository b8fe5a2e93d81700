//! 한도가 0이면 한도가 없다는 뜻으로 여기고 끝까지 기다립니다.

use parking_lot::Mutex;
use std::time::Duration;

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
        let mut v =
            if limit.is_zero() { self.value.lock() } else { self.value.try_lock_for(limit).ok_or(GaveUp)? };
        Ok(job(&mut v))
    }
}
