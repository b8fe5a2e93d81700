//! 몇 번이든 더합니다. 파이썬의 `Semaphore.release()`처럼, 잠그지 않고 풀어도 탈이 없다고 여긴 것입니다.

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
        *self.number.lock() += 1;
        self.released.notify_one();
        Ok(())
    }
}
