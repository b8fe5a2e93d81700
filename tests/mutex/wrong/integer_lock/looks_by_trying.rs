//! 정수의 잠금을 시도해 보고, 안 되면 0이라고 답합니다. 누가 정수를 잠깐 보고 있어도 잠겼다고 말하게 됩니다.

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
        self.number.try_lock().map_or(0, |number| *number)
    }

    pub fn acquire(&self) {
        let mut number = self.number.lock();
        self.released.wait_while(&mut number, |number| *number == 0);
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
