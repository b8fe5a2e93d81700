//! 깨어난 뒤에 다시 확인하지 않습니다. 파이썬의 `if` 다음 `wait()`처럼, 깨웠으니 제 차례라고 여긴 것입니다.

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
        if *number == 0 {
            self.released.wait(&mut number);
        }
        *number -= 1;
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
