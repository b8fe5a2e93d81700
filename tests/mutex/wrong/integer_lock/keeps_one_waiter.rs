//! 기다리는 스레드를 하나만 적어 둡니다. 둘째가 오면 첫째를 덮어써서 아무도 깨우지 않습니다.

use std::sync::Mutex;
use std::thread::{self, Thread};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock {
    state: Mutex<(i32, Option<Thread>)>,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { state: Mutex::new((1, None)) }
    }

    pub fn value(&self) -> i32 {
        self.state.lock().unwrap().0
    }

    pub fn acquire(&self) {
        loop {
            {
                let mut state = self.state.lock().unwrap();
                if state.0 == 1 {
                    state.0 = 0;
                    return;
                }
                state.1 = Some(thread::current());
            }
            thread::park();
        }
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut state = self.state.lock().unwrap();
        if state.0 == 1 {
            return Err(NotAcquired);
        }
        state.0 = 1;
        if let Some(waiting) = state.1.take() {
            waiting.unpark();
        }
        Ok(())
    }
}
