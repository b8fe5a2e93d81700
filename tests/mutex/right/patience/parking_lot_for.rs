//! `parking_lot`의 `try_lock_for`에 한도를 그대로 건넵니다.

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
        match self.value.try_lock_for(limit) {
            Some(mut value) => Ok(job(&mut value)),
            None => Err(GaveUp),
        }
    }
}
