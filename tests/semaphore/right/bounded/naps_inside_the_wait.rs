//! 알림을 기다리되, 길어도 1분마다 깨어나 다시 봅니다.

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
        let asked = Instant::now();
        let mut permits = self.permits.lock().unwrap();
        while *permits == 0 {
            let left = limit.saturating_sub(asked.elapsed());
            if left.is_zero() {
                return false;
            }
            let nap = left.min(Duration::from_secs(60));
            permits = self.returned.wait_timeout(permits, nap).unwrap().0;
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
