//! 10밀리초마다 들여다봅니다. 파이썬의 `time.sleep(0.01)`처럼 조금씩 자면 깨워 줄 사람이 필요 없다고 여긴 것입니다.

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
        loop {
            let mut number = self.number.lock();
            if *number == 1 {
                *number -= 1;
                return;
            }
            drop(number);
            thread::sleep(Duration::from_millis(10));
        }
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
