//! 깨어날 때마다 한도를 처음부터 다시 셉니다. 파이썬의 `while taken: condition.wait(2)`가 모두 합쳐 2초라고 여긴 것입니다.

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
        let mut taken = self.taken.lock().unwrap();
        while *taken {
            let (guard, waited) = self.freed.wait_timeout(taken, limit).unwrap();
            taken = guard;
            if *taken && waited.timed_out() {
                return Err(GaveUp);
            }
        }
        *taken = true;
        drop(taken);
        let result = job(&mut self.value.lock().unwrap());
        *self.taken.lock().unwrap() = false;
        self.freed.notify_one();
        Ok(result)
    }
}
