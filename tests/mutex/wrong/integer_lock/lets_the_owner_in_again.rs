//! 잠근 스레드가 다시 잠그면 그냥 지나갑니다. 파이썬의 `Lock`이 아니라 `RLock`처럼 만든 것입니다.

use std::thread::{self, ThreadId};

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock {
    owner: Mutex<Option<ThreadId>>,
    released: Condvar,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { owner: Mutex::new(None), released: Condvar::new() }
    }

    pub fn value(&self) -> i32 {
        i32::from(self.owner.lock().is_none())
    }

    pub fn acquire(&self) {
        let me = thread::current().id();
        let mut owner = self.owner.lock();
        while owner.is_some_and(|owner| owner != me) {
            self.released.wait(&mut owner);
        }
        *owner = Some(me);
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        self.owner.lock().take().ok_or(NotAcquired)?;
        self.released.notify_one();
        Ok(())
    }
}
