//! 지금 시각에 한도를 더합니다. 한도가 아주 길면 넘칩니다.

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
        self.acquire_timeout(Duration::ZERO)
    }

    pub fn acquire_timeout(&self, limit: Duration) -> bool {
        let until = Instant::now() + limit;
        let mut permits = self.permits.lock().unwrap();
        while *permits == 0 {
            let left = until.saturating_duration_since(Instant::now());
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
