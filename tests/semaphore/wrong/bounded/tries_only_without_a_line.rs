//! 허가가 있어도 기다리는 스레드가 있으면 `try_acquire`가 `false`입니다.

use std::sync::{Condvar, Mutex};
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub struct ReleasedTooOften;

pub struct BoundedSemaphore {
    total: usize,
    permits: Mutex<(usize, usize)>,
    returned: Condvar,
}

impl BoundedSemaphore {
    pub fn new(total: usize) -> Self {
        Self { total, permits: Mutex::new((total, 0)), returned: Condvar::new() }
    }

    pub fn value(&self) -> usize {
        self.permits.lock().unwrap().0
    }

    pub fn try_acquire(&self) -> bool {
        let mut permits = self.permits.lock().unwrap();
        if permits.0 == 0 || permits.1 > 0 {
            return false;
        }
        permits.0 -= 1;
        true
    }

    pub fn acquire_timeout(&self, limit: Duration) -> bool {
        let mut permits = self.permits.lock().unwrap();
        permits.1 += 1;
        let (mut permits, _) =
            self.returned.wait_timeout_while(permits, limit, |permits| permits.0 == 0).unwrap();
        permits.1 -= 1;
        if permits.0 == 0 {
            return false;
        }
        permits.0 -= 1;
        true
    }

    pub fn release(&self) -> Result<(), ReleasedTooOften> {
        let mut permits = self.permits.lock().unwrap();
        if permits.0 == self.total {
            return Err(ReleasedTooOften);
        }
        permits.0 += 1;
        self.returned.notify_one();
        Ok(())
    }
}
