//! 가져가지 않은 허가를 돌려놓아도 한 장을 늘립니다.

use std::sync::{Condvar, Mutex};
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub struct ReleasedTooOften;

pub struct BoundedSemaphore {
    permits: Mutex<usize>,
    returned: Condvar,
}

impl BoundedSemaphore {
    pub fn new(total: usize) -> Self {
        Self { permits: Mutex::new(total), returned: Condvar::new() }
    }

    pub fn value(&self) -> usize {
        *self.permits.lock().unwrap()
    }

    pub fn try_acquire(&self) -> bool {
        self.acquire_timeout(Duration::ZERO)
    }

    pub fn acquire_timeout(&self, limit: Duration) -> bool {
        let permits = self.permits.lock().unwrap();
        let (mut permits, _) =
            self.returned.wait_timeout_while(permits, limit, |permits| *permits == 0).unwrap();
        let found = *permits > 0;
        *permits -= usize::from(found);
        found
    }

    pub fn release(&self) -> Result<(), ReleasedTooOften> {
        *self.permits.lock().unwrap() += 1;
        self.returned.notify_one();
        Ok(())
    }
}
