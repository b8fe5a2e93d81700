//! 원자값을 먼저 몇 번 해 보고, 안 되면 조건 변수로 기다립니다.

use std::sync::atomic::{AtomicI32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock {
    number: AtomicI32,
    gate: Mutex<usize>,
    freed: Condvar,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { number: AtomicI32::new(1), gate: Mutex::new(0), freed: Condvar::new() }
    }

    pub fn value(&self) -> i32 {
        self.number.load(SeqCst)
    }

    fn try_take(&self) -> bool {
        self.number.compare_exchange(1, 0, SeqCst, SeqCst).is_ok()
    }

    pub fn acquire(&self) {
        for _ in 0..3 {
            if self.try_take() {
                return;
            }
            std::hint::spin_loop();
        }
        let mut waiting = self.gate.lock().unwrap();
        *waiting += 1;
        while !self.try_take() {
            waiting = self.freed.wait(waiting).unwrap();
        }
        *waiting -= 1;
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        self.number.compare_exchange(0, 1, SeqCst, SeqCst).map_err(|_| NotAcquired)?;
        if *self.gate.lock().unwrap() > 0 {
            self.freed.notify_one();
        }
        Ok(())
    }
}
