//! 패닉하는 도중에는 비어 있어도 포기합니다.

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
        if thread::panicking() {
            return Err(GaveUp);
        }
        let mut g = self.value.try_lock_for(limit).ok_or(GaveUp)?;
        Ok(job(&mut g))
    }
}
