//! 여덟 번까지만 다시 보고, 그 뒤로는 잠긴 채여도 들어갑니다.

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock {
    number: Mutex<i32>,
    freed: Condvar,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { number: Mutex::new(1), freed: Condvar::new() }
    }

    pub fn value(&self) -> i32 {
        *self.number.lock()
    }

    pub fn acquire(&self) {
        let mut number = self.number.lock();
        for _ in 0..8 {
            if *number == 1 {
                break;
            }
            self.freed.wait(&mut number);
        }
        *number = 0;
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut number = self.number.lock();
        if *number == 1 {
            return Err(NotAcquired);
        }
        *number = 1;
        self.freed.notify_one();
        Ok(())
    }
}
