//! 한도를 32비트 밀리초로 줄여, 50일이 넘는 한도를 잘라 냅니다.

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
        let millis = limit.as_millis() as u32;
        let limit = Duration::from_millis(millis.into())
            + Duration::from_nanos(limit.subsec_nanos() as u64 % 1_000_000);
        let mut value = self.value.try_lock_for(limit).ok_or(GaveUp)?;
        Ok(job(&mut value))
    }
}
