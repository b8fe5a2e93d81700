//! 모든 잠금이 조건 변수 하나를 함께 쓰며 하나만 깨우므로, 다른 잠금을 기다리던 스레드가 깨어날 수 있습니다.

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

static FREED: Condvar = Condvar::new();

static GATE: Mutex<()> = Mutex::new(());

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
        let mut g = GATE.lock();
        loop {
            {
                let mut n = self.number.lock();
                if *n == 1 {
                    *n = 0;
                    return;
                }
            }
            FREED.wait(&mut g);
        }
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let _g = GATE.lock();
        let mut n = self.number.lock();
        if *n == 1 {
            return Err(NotAcquired);
        }
        *n += 1;
        FREED.notify_one();
        Ok(())
    }
}
