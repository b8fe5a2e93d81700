//! 깨어날 때마다 한도를 처음부터 다시 셉니다.

use std::sync::{Condvar, Mutex};
use std::time::Duration;

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
        let mut permits = self.permits.lock().unwrap();
        while *permits == 0 {
            let (woken, waited) = self.returned.wait_timeout(permits, limit).unwrap();
            permits = woken;
            if waited.timed_out() && *permits == 0 {
                return false;
            }
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
