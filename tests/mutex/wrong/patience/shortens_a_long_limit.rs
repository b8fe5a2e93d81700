//! 한도를 `u32` 마이크로초로 바꿉니다. 파이썬의 정수는 끝이 없지만 `u32`에는 71분 남짓만 담깁니다.

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
        let micros = limit.as_micros() as u32;
        let mut value = self.value.try_lock_for(Duration::from_micros(micros.into())).ok_or(GaveUp)?;
        Ok(job(&mut value))
    }
}
