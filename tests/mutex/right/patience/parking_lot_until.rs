//! `parking_lot`의 `try_lock_until`: 한도를 시각으로 바꿔 건네고, 값을 돌려주기 전에 풉니다.

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
        let Some(mut value) = self.value.try_lock_until(deadline) else {
            return Err(GaveUp);
        };
        let result = job(&mut value);
        drop(value);
        Ok(result)
    }
}
