//! 잠들면서 정수의 잠금을 놓지 않습니다. 파이썬의 `with lock:` 안에서 `time.sleep()`으로 기다려도 된다고 여긴 것입니다.

use std::thread;
use std::time::Duration;

use parking_lot::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock {
    number: Mutex<i32>,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { number: Mutex::new(1) }
    }

    pub fn value(&self) -> i32 {
        *self.number.lock()
    }

    pub fn acquire(&self) {
        let mut number = self.number.lock();
        loop {
            if *number == 1 {
                break;
            }
            thread::sleep(Duration::from_millis(10));
        }
        *number -= 1;
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut number = self.number.lock();
        if *number == 1 {
            return Err(NotAcquired);
        }
        *number += 1;
        Ok(())
    }
}
