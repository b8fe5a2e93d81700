//! 남은 한도를 그냥 빼서, 한도보다 늦게 깨어나면 패닉합니다.

use std::sync::{Condvar, Mutex};
use std::time::{Duration, Instant};

#[derive(Debug, PartialEq, Eq)]
pub struct ReleasedTooOften;

pub struct BoundedSemaphore {
    total: usize,
    permits: Mutex<usize>,
    returned: Condvar,
}

impl BoundedSemaphore {
    pub fn new(total: usize) -> Self {
        Self { total, permits: Mutex::new(total), returned: Condvar::new() }
    }

    pub fn value(&self) -> usize {
        *self.permits.lock().unwrap()
    }

    pub fn try_acquire(&self) -> bool {
        let mut permits = self.permits.lock().unwrap();
        let there = *permits > 0;
        *permits -= usize::from(there);
        there
    }

    pub fn acquire_timeout(&self, limit: Duration) -> bool {
        let started = Instant::now();
        let mut permits = self.permits.lock().unwrap();
        while *permits == 0 {
            let left = limit - started.elapsed();
            if left.is_zero() {
                return false;
            }
            permits = self.returned.wait_timeout(permits, left).unwrap().0;
        }
        *permits -= 1;
        true
    }

    pub fn release(&self) -> Result<(), ReleasedTooOften> {
        let mut permits = self.permits.lock().unwrap();
        if *permits == self.total {
            return Err(ReleasedTooOften);
        }
        *permits += 1;
        self.returned.notify_one();
        Ok(())
    }
}
