//! 먼저 빼고 음수인 동안 기다립니다. 정수가 기다리는 수까지 세면 편하다고 여긴 탓에 0과 1을 벗어납니다.

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
        *number -= 1;
        if *number < 0 {
            self.released.wait(&mut number);
        }
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut number = self.number.lock();
        if *number == 1 {
            return Err(NotAcquired);
        }
        *number += 1;
        self.released.notify_one();
        Ok(())
    }
}
