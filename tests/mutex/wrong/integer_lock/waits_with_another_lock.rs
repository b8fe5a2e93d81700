//! 정수를 본 잠금과 잠들 때 건네는 잠금이 다릅니다. 조건 변수에는 아무 가드나 건네면 된다고 여긴 것입니다.

use std::sync::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock {
    number: Mutex<i32>,
    sleeping: Mutex<()>,
    released: Condvar,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { number: Mutex::new(1), sleeping: Mutex::new(()), released: Condvar::new() }
    }

    pub fn value(&self) -> i32 {
        *self.number.lock().unwrap()
    }

    pub fn acquire(&self) {
        loop {
            {
                let mut number = self.number.lock().unwrap();
                if *number == 1 {
                    *number = 0;
                    return;
                }
            }
            let sleeping = self.sleeping.lock().unwrap();
            drop(self.released.wait(sleeping).unwrap());
        }
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut number = self.number.lock().unwrap();
        if *number == 1 {
            return Err(NotAcquired);
        }
        *number = 1;
        drop(number);
        self.released.notify_all();
        Ok(())
    }
}
