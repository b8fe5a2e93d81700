//! 한도를 마이크로초로 바꿉니다. 파이썬의 시각처럼 소수 여섯 자리면 다 담긴다고 여겼지만, 나노초는 잘립니다.

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
        let limit = Duration::from_micros(limit.as_micros() as u64);
        let mut value = self.value.try_lock_for(limit).ok_or(GaveUp)?;
        Ok(job(&mut value))
    }
}
