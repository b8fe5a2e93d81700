//! `std`의 `wait_timeout_while`: 남은 시간 셈까지 맡깁니다.

use std::sync::{Condvar, Mutex};
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

pub struct Patient<T> {
    taken: Mutex<bool>,
    freed: Condvar,
    value: Mutex<T>,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { taken: Mutex::new(false), freed: Condvar::new(), value: Mutex::new(value) }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        let taken = self.taken.lock().unwrap();
        let (mut taken, waited) = self.freed.wait_timeout_while(taken, limit, |taken| *taken).unwrap();
        if waited.timed_out() {
            return Err(GaveUp);
        }
        *taken = true;
        drop(taken);
        let result = job(&mut self.value.lock().unwrap());
        *self.taken.lock().unwrap() = false;
        self.freed.notify_one();
        Ok(result)
    }
}
