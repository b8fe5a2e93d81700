//! 한 번 깨어나면 제 차례로 여깁니다. 파이썬의 `condition.wait(2)`가 돌려준 `True`를 잠갔다는 뜻으로 본 것입니다.

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
        if *taken {
            let (guard, waited) = self.freed.wait_timeout(taken, limit).unwrap();
            taken = guard;
            if waited.timed_out() {
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
