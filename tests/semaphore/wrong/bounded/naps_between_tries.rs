//! 한도가 지날 때까지 10밀리초마다 봅니다.

use std::sync::{Condvar, Mutex};
use std::thread;
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
        let found = *permits > 0;
        *permits -= usize::from(found);
        found
    }

    pub fn acquire_timeout(&self, limit: Duration) -> bool {
        let asked = Instant::now();
        while !self.try_acquire() {
            let left = limit.saturating_sub(asked.elapsed());
            if left.is_zero() {
                return false;
            }
            thread::sleep(left.min(Duration::from_millis(10)));
        }
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
