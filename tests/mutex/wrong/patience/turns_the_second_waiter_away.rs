//! 누가 이미 기다리고 있으면 바로 포기합니다. 기다리는 스레드는 하나뿐이라고 여긴 것입니다.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use parking_lot::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

pub struct Patient<T> {
    value: Mutex<T>,
    waiting: AtomicBool,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { value: Mutex::new(value), waiting: AtomicBool::new(false) }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        if let Some(mut value) = self.value.try_lock() {
            return Ok(job(&mut value));
        }
        if self.waiting.swap(true, Ordering::SeqCst) {
            return Err(GaveUp);
        }
        let value = self.value.try_lock_for(limit);
        self.waiting.store(false, Ordering::SeqCst);
        Ok(job(&mut *value.ok_or(GaveUp)?))
    }
}
