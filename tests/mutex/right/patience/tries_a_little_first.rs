//! 먼저 몇 번 시도해 보고, 그래도 잠겨 있으면 한도까지 잠들어 기다립니다.

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
        let tried = (0..3).find_map(|_| self.value.try_lock());
        let mut value = tried.or_else(|| self.value.try_lock_for(limit)).ok_or(GaveUp)?;
        Ok(job(&mut value))
    }
}
