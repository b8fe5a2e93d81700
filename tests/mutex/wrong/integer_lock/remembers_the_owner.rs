//! 잠근 스레드만 풀게 합니다. 파이썬의 `RLock`과 `Lock`을 같은 것으로 여긴 것입니다.

use std::thread::{self, ThreadId};

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock {
    number: Mutex<i32>,
    released: Condvar,
    owner: Mutex<Option<ThreadId>>,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { number: Mutex::new(1), released: Condvar::new(), owner: Mutex::new(None) }
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
        *self.owner.lock() = Some(thread::current().id());
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut number = self.number.lock();
        if *number == 1 || *self.owner.lock() != Some(thread::current().id()) {
            return Err(NotAcquired);
        }
        *number += 1;
        self.released.notify_one();
        Ok(())
    }
}
