//! 먼저 1을 더하고 보므로, 잠기지 않은 것을 풀 때 잠깐 2가 됩니다.

use parking_lot::{Condvar, Mutex};
use std::sync::atomic::{AtomicI32, Ordering::SeqCst};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock {
    number: AtomicI32,
    gate: Mutex<()>,
    freed: Condvar,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { number: AtomicI32::new(1), gate: Mutex::new(()), freed: Condvar::new() }
    }

    pub fn value(&self) -> i32 {
        self.number.load(SeqCst)
    }

    pub fn acquire(&self) {
        let mut g = self.gate.lock();
        while self.number.compare_exchange(1, 0, SeqCst, SeqCst).is_err() {
            self.freed.wait(&mut g);
        }
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let _g = self.gate.lock();
        if self.number.fetch_add(1, SeqCst) >= 1 {
            self.number.fetch_sub(1, SeqCst);
            return Err(NotAcquired);
        }
        self.freed.notify_one();
        Ok(())
    }
}
