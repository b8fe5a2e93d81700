//! 있는 만큼 먼저 가져가고, 모자라는 만큼을 더 기다립니다.

use std::sync::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct TooMany;

pub struct Semaphore {
    total: usize,
    permits: Mutex<usize>,
    returned: Condvar,
}

#[must_use = "이름을 주지 않은 허가는 곧바로 돌아갑니다"]
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
        let mut missing = n;
        let mut permits = self.permits.lock().unwrap();
        loop {
            let taken = missing.min(*permits);
            *permits -= taken;
            missing -= taken;
            if missing == 0 {
                break;
            }
            permits = self.returned.wait(permits).unwrap();
        }
        Ok(Permit { semaphore: self, count: n })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.semaphore.permits.lock().unwrap() += self.count;
        self.semaphore.returned.notify_all();
    }
}
