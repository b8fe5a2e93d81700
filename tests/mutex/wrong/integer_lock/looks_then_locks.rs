//! 확인할 때와 뺄 때 따로 잠급니다. 파이썬의 `if not lock.locked(): lock.acquire()`처럼 그 사이는 없다고 여긴 것입니다.

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock {
    number: Mutex<i32>,
    released: Condvar,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { number: Mutex::new(1), released: Condvar::new() }
    }

    pub fn value(&self) -> i32 {
        *self.number.lock()
    }

    pub fn acquire(&self) {
        while self.value() == 0 {
            self.released.wait(&mut self.number.lock());
        }
        *self.number.lock() -= 1;
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut number = self.number.lock();
        if *number == 1 {
            return Err(NotAcquired);
        }
        *number += 1;
        self.released.notify_one();
        Ok(())
    }
}
