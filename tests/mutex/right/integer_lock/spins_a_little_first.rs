//! 기다리기 전에 몇 번만 더 들여다보고, 그래도 잠겨 있으면 잠듭니다.

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
        for _ in 0..3 {
            let mut number = self.number.lock();
            if *number == 1 {
                *number = 0;
                return;
            }
            drop(number);
            std::hint::spin_loop();
        }
        let mut number = self.number.lock();
        self.freed.wait_while(&mut number, |number| *number == 0);
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
