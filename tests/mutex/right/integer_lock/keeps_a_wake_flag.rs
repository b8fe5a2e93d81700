//! 깨움을 표시 하나로 남깁니다. 정수를 1로 바꾼 다음에 남기므로, 표시를 가져간 스레드는 정수부터 다시 봅니다.

use std::sync::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock {
    number: Mutex<i32>,
    woken: Mutex<bool>,
    bell: Condvar,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { number: Mutex::new(1), woken: Mutex::new(false), bell: Condvar::new() }
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
            let mut woken = self.bell.wait_while(self.woken.lock().unwrap(), |woken| !*woken).unwrap();
            *woken = false;
        }
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        {
            let mut number = self.number.lock().unwrap();
            if *number == 1 {
                return Err(NotAcquired);
            }
            *number = 1;
        }
        *self.woken.lock().unwrap() = true;
        self.bell.notify_one();
        Ok(())
    }
}
