//! `std`의 `wait_while`: 모두 깨우고, 깨어난 스레드가 저마다 다시 확인합니다.

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
        let number = self.number.lock().unwrap();
        *self.released.wait_while(number, |number| *number == 0).unwrap() -= 1;
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        {
            let mut number = self.number.lock().unwrap();
            if *number == 1 {
                return Err(NotAcquired);
            }
            *number += 1;
        }
        self.released.notify_all();
        Ok(())
    }
}
