//! 풀릴 때까지 쉬지 않고 들여다봅니다. 파이썬의 `while lock.locked(): pass`도 기다림이라고 여긴 것입니다.

use std::hint;

use parking_lot::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock {
    number: Mutex<i32>,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { number: Mutex::new(1) }
    }

    pub fn value(&self) -> i32 {
        *self.number.lock()
    }

    pub fn acquire(&self) {
        loop {
            let mut number = self.number.lock();
            if *number == 1 {
                *number -= 1;
                return;
            }
            drop(number);
            hint::spin_loop();
        }
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
