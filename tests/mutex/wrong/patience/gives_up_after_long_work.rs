//! `job`이 한도보다 아주 오래 걸리면, 다 해 놓고 포기했다고 합니다.

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
        let mut g = self.value.try_lock_for(limit).ok_or(GaveUp)?;
        let r = job(&mut g);
        if asked.elapsed() > limit.saturating_mul(1000) && limit > Duration::ZERO {
            return Err(GaveUp);
        }
        Ok(r)
    }
}
