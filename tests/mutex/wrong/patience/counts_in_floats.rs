//! 한도를 실수로 바꾸어서, 1년에 가까운 한도에서 1나노초를 더 기다립니다.

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
        let mut g = self.value.try_lock_for(Duration::from_secs_f64(limit.as_secs_f64())).ok_or(GaveUp)?;
        Ok(job(&mut g))
    }
}
