//! `std`: `wait`가 가드를 가져갔다가 돌려줍니다.

use std::sync::{Condvar, Mutex};

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
        *self.number.lock().unwrap()
    }

    pub fn acquire(&self) {
        let mut number = self.number.lock().unwrap();
        while *number == 0 {
            number = self.released.wait(number).unwrap();
        }
        *number -= 1;
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut number = self.number.lock().unwrap();
        if *number == 1 {
            return Err(NotAcquired);
        }
        *number += 1;
        self.released.notify_one();
        Ok(())
    }
}
