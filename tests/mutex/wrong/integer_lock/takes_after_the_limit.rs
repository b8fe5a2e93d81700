//! 5초까지만 기다리고, 못 깨어났어도 잠근 것으로 칩니다. 파이썬의 `wait(5)`가 돌려준 `False`를 보지 않은 것입니다.

use std::time::Duration;

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
        self.released.wait_while_for(&mut number, |number| *number == 0, Duration::from_secs(5));
        *number = 0;
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut number = self.number.lock();
        if *number == 1 {
            return Err(NotAcquired);
        }
        *number = 1;
        self.released.notify_one();
        Ok(())
    }
}
