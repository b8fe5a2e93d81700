//! 확인할 때와 더할 때 따로 잠급니다. 파이썬의 `if lock.locked(): lock.release()`처럼 그 사이는 없다고 여긴 것입니다.

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
        let mut number = self.number.lock();
        while *number == 0 {
            self.released.wait(&mut number);
        }
        *number -= 1;
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        if self.value() == 1 {
            return Err(NotAcquired);
        }
        *self.number.lock() += 1;
        self.released.notify_one();
        Ok(())
    }
}
