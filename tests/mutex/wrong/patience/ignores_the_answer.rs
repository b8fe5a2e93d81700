//! 잠그지 못했다는 답을 보지 않습니다. 파이썬의 `lock.acquire(timeout=2)`가 돌려준 `False`를 버린 것과 같습니다.

use std::time::Duration;

use parking_lot::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

pub struct Patient<T> {
    gate: Mutex<()>,
    value: Mutex<T>,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { gate: Mutex::new(()), value: Mutex::new(value) }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        let _guard = self.gate.try_lock_for(limit);
        Ok(job(&mut self.value.lock()))
    }
}
