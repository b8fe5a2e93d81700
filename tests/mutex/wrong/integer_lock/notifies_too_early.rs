//! 정수를 바꾸기 전에, 잠그지도 않고 깨웁니다. 깨우는 차례는 상관없다고 여긴 탓에 아무도 못 듣는 신호가 됩니다.

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
        self.released.notify_one();
        let mut number = self.number.lock();
        if *number == 1 {
            return Err(NotAcquired);
        }
        *number += 1;
        Ok(())
    }
}
