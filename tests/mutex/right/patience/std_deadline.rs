//! `std`의 조건 변수: 시각을 정해 두고, 깨어날 때마다 남은 시간만큼만 더 기다립니다.

use std::sync::{Condvar, Mutex};
use std::time::{Duration, Instant};

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
        let deadline = Instant::now() + limit;
        let mut taken = self.taken.lock().unwrap();
        while *taken {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(GaveUp);
            }
            taken = self.freed.wait_timeout(taken, left).unwrap().0;
        }
        *taken = true;
        drop(taken);
        let result = job(&mut self.value.lock().unwrap());
        *self.taken.lock().unwrap() = false;
        self.freed.notify_one();
        Ok(result)
    }
}
