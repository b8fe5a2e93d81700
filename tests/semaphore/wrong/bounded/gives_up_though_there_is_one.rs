//! 깨어나면 시계부터 봅니다. 한도가 되는 바로 그때 허가가 돌아와 깨어나면, 허가가 있는데도 포기하고 다른 스레드가 받을 깨움을 삼킵니다.

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
            permits = self.returned.wait_timeout(permits, left).unwrap().0;
            if asked.elapsed() >= limit {
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
