//! 문에서도 값에서도 한도만큼 기다립니다. 기다림이 둘이면 한도도 둘이라고 여긴 것입니다.

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
        let door = self.door.try_lock_for(limit).ok_or(GaveUp)?;
        let mut value = self.value.try_lock_for(limit).ok_or(GaveUp)?;
        drop(door);
        Ok(job(&mut value))
    }
}
