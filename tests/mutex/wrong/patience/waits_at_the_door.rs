//! 문에 줄을 세우고, 문 안에 들어온 다음부터 한도를 셉니다. 앞사람이 문에서 기다리는 동안은 세지 않습니다.

use std::time::Duration;

use parking_lot::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

pub struct Patient<T> {
    door: Mutex<()>,
    value: Mutex<T>,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { door: Mutex::new(()), value: Mutex::new(value) }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        let door = self.door.lock();
        let mut value = self.value.try_lock_for(limit).ok_or(GaveUp)?;
        drop(door);
        Ok(job(&mut value))
    }
}
