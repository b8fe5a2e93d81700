//! 기다리는 수를 한 바이트로 세어서, 256명이 기다리면 아무도 깨우지 않습니다.

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock {
    number: Mutex<(i32, u8)>,
    freed: Condvar,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { number: Mutex::new((1, 0)), freed: Condvar::new() }
    }

    pub fn value(&self) -> i32 {
        self.number.lock().0
    }

    pub fn acquire(&self) {
        let mut number = self.number.lock();
        number.1 = number.1.wrapping_add(1);
        while number.0 == 0 {
            self.freed.wait(&mut number);
        }
        number.1 = number.1.wrapping_sub(1);
        number.0 = 0;
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut number = self.number.lock();
        if number.0 == 1 {
            return Err(NotAcquired);
        }
        number.0 = 1;
        if number.1 > 0 {
            self.freed.notify_one();
        }
        Ok(())
    }
}
