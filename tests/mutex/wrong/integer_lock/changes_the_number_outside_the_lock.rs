//! 원자 변수라서 잠그지 않고 바꿉니다. 확인과 잠들기 사이에 바뀐 것을 기다리던 쪽은 모릅니다.

use std::sync::atomic::{AtomicI32, Ordering};

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock {
    number: AtomicI32,
    waiting: Mutex<()>,
    released: Condvar,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { number: AtomicI32::new(1), waiting: Mutex::new(()), released: Condvar::new() }
    }

    pub fn value(&self) -> i32 {
        self.number.load(Ordering::SeqCst)
    }

    pub fn acquire(&self) {
        let mut guard = self.waiting.lock();
        while self.number.compare_exchange(1, 0, Ordering::SeqCst, Ordering::SeqCst).is_err() {
            self.released.wait(&mut guard);
        }
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        if self.number.compare_exchange(0, 1, Ordering::SeqCst, Ordering::SeqCst).is_err() {
            return Err(NotAcquired);
        }
        self.released.notify_one();
        Ok(())
    }
}
