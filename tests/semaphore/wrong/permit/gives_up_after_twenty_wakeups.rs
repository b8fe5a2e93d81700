//! 스무 번 깨어나도 모자라면 `TooMany`를 돌려줍니다.

use std::sync::{Condvar, Mutex};
#[derive(Debug, PartialEq, Eq)]
pub struct TooMany;
pub struct Semaphore {
    total: usize,
    permits: Mutex<usize>,
    returned: Condvar,
}
#[must_use]
pub struct Permit<'a> {
    semaphore: &'a Semaphore,
    count: usize,
}
impl Semaphore {
    pub fn new(total: usize) -> Self {
        Self { total, permits: Mutex::new(total), returned: Condvar::new() }
    }
    pub fn value(&self) -> usize {
        *self.permits.lock().unwrap()
    }
    pub fn acquire(&self, n: usize) -> Result<Permit<'_>, TooMany> {
        if n > self.total {
            return Err(TooMany);
        }
        let mut p = self.permits.lock().unwrap();
        let mut tries = 0;
        while *p < n && tries < 20 {
            p = self.returned.wait(p).unwrap();
            tries += 1;
        }
        if *p < n {
            return Err(TooMany);
        }
        *p -= n;
        Ok(Permit { semaphore: self, count: n })
    }
}
impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.semaphore.permits.lock().unwrap() += self.count;
        self.semaphore.returned.notify_all();
    }
}
