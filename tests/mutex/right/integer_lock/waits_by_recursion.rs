//! 대기를 한 번 더 부르는 대신, 깨어난 가드를 저에게 넘깁니다.

use std::sync::{Condvar, Mutex, MutexGuard};

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
        *self.number.lock().unwrap()
    }

    fn take(&self, mut number: MutexGuard<'_, i32>) {
        if *number > 0 {
            *number -= 1;
        } else {
            self.take(self.released.wait(number).unwrap());
        }
    }

    pub fn acquire(&self) {
        self.take(self.number.lock().unwrap());
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut number = self.number.lock().unwrap();
        let more = (*number < 1).then_some(*number + 1).ok_or(NotAcquired)?;
        *number = more;
        self.released.notify_all();
        Ok(())
    }
}
