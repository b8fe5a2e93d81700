//! 잠겼는지는 따로 적어 두고 정수는 나중에 바꾸므로, 그사이 잠근 스레드가 -1을 봅니다.

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock {
    number: Mutex<i32>,
    door: Mutex<bool>,
    freed: Condvar,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { number: Mutex::new(1), door: Mutex::new(false), freed: Condvar::new() }
    }

    pub fn value(&self) -> i32 {
        *self.number.lock()
    }

    pub fn acquire(&self) {
        let mut d = self.door.lock();
        self.freed.wait_while(&mut d, |d| *d);
        *d = true;
        drop(d);
        *self.number.lock() -= 1;
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut d = self.door.lock();
        if !*d {
            return Err(NotAcquired);
        }
        *d = false;
        self.freed.notify_one();
        drop(d);
        *self.number.lock() += 1;
        Ok(())
    }
}
