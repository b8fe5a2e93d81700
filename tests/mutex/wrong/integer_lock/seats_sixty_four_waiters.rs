//! 64명까지만 기다릴 수 있습니다.

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock {
    number: Mutex<(i32, usize)>,
    freed: Condvar,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { number: Mutex::new((1, 0)), freed: Condvar::new() }
    }

    pub fn value(&self) -> i32 {
        self.number.lock().0
    }

    pub fn acquire(&self) {
        let mut number = self.number.lock();
        number.1 += 1;
        assert!(number.1 <= 64, "자리가 없습니다.");
        while number.0 == 0 {
            self.freed.wait(&mut number);
        }
        number.1 -= 1;
        number.0 = 0;
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut number = self.number.lock();
        if number.0 == 1 {
            return Err(NotAcquired);
        }
        number.0 = 1;
        self.freed.notify_one();
        Ok(())
    }
}
