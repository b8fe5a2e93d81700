//! 33명까지만 기다리고, 그다음 스레드는 곧바로 포기합니다.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use parking_lot::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

pub struct Patient<T> {
    value: Mutex<T>,
    waiting: AtomicUsize,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { value: Mutex::new(value), waiting: AtomicUsize::new(0) }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        if self.waiting.fetch_add(1, Ordering::SeqCst) > 32 {
            self.waiting.fetch_sub(1, Ordering::SeqCst);
            return Err(GaveUp);
        }
        let g = self.value.try_lock_for(limit);
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        let mut g = g.ok_or(GaveUp)?;
        Ok(job(&mut g))
    }
}
