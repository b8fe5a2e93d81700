//! 한도를 가장 길게 준 `wait_timeout`으로 기다리고, 깨어나면 정수를 다시 봅니다.

use std::cell::Cell;
use std::sync::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock {
    number: Mutex<Cell<i32>>,
    changed: Condvar,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { number: Mutex::new(Cell::new(1)), changed: Condvar::new() }
    }

    pub fn value(&self) -> i32 {
        self.number.lock().unwrap().get()
    }

    pub fn acquire(&self) {
        let mut number = self.number.lock().unwrap();
        loop {
            match number.get() {
                1 => break number.set(0),
                _ => number = self.changed.wait_timeout(number, std::time::Duration::MAX).unwrap().0,
            }
        }
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let number = self.number.lock().unwrap();
        let result = match number.get() {
            0 => Ok(number.set(1)),
            _ => Err(NotAcquired),
        };
        drop(number);
        if result.is_ok() {
            self.changed.notify_one();
        }
        result
    }
}
