//! 제때 못 잠그면 패닉합니다. 파이썬의 `raise TimeoutError`를 그대로 옮긴 것입니다.

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
        let mut value = self.value.try_lock_for(limit).expect("잠그지 못했습니다.");
        Ok(job(&mut value))
    }
}
