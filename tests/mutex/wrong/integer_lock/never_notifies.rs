//! 정수만 바꾸고 깨우지 않습니다. 파이썬의 `Lock`처럼 값이 바뀌면 기다리던 쪽이 알아챈다고 여긴 것입니다.

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
        let mut number = self.number.lock();
        if *number == 1 {
            return Err(NotAcquired);
        }
        *number += 1;
        Ok(())
    }
}
