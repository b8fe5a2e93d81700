//! `parking_lot`: 기다림을 `wait_while`에 맡기고, 정수의 잠금을 푼 뒤에 깨웁니다.

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
        self.released.wait_while(&mut number, |number| *number == 0);
        *number -= 1;
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut number = self.number.lock();
        if *number == 1 {
            return Err(NotAcquired);
        }
        *number = 1;
        drop(number);
        self.released.notify_one();
        Ok(())
    }
}
