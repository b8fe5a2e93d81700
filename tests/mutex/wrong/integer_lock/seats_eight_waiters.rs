//! 기다리는 스레드를 여덟까지만 적어 두므로, 아홉째는 아무도 깨우지 않습니다.

use parking_lot::Mutex;
use std::thread::{self, Thread};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock {
    state: Mutex<(i32, [Option<Thread>; 8])>,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { state: Mutex::new((1, Default::default())) }
    }

    pub fn value(&self) -> i32 {
        self.state.lock().0
    }

    pub fn acquire(&self) {
        loop {
            let mut s = self.state.lock();
            if s.0 == 1 {
                s.0 = 0;
                return;
            }
            if let Some(seat) = s.1.iter_mut().find(|t| t.is_none()) {
                *seat = Some(thread::current());
            }
            drop(s);
            thread::park();
        }
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut s = self.state.lock();
        if s.0 == 1 {
            return Err(NotAcquired);
        }
        s.0 = 1;
        s.1.iter_mut().filter_map(Option::take).for_each(|t| t.unpark());
        Ok(())
    }
}
