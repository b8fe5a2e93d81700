//! 오류를 돌려주지 않고 패닉합니다. 파이썬의 `raise RuntimeError`를 그대로 옮긴 것입니다.

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
        assert!(*number == 0, "잠겨 있지 않습니다.");
        *number += 1;
        self.released.notify_one();
        Ok(())
    }
}
