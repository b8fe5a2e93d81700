//! 먼저 늘리고, 넘쳤으면 다시 줄입니다. 그사이에 넘친 수가 보입니다.

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
        let permits = self.permits.lock().unwrap();
        let (mut permits, _) =
            self.returned.wait_timeout_while(permits, limit, |permits| *permits == 0).unwrap();
        let found = *permits > 0;
        *permits -= usize::from(found);
        found
    }

    pub fn release(&self) -> Result<(), ReleasedTooOften> {
        *self.permits.lock().unwrap() += 1;
        if *self.permits.lock().unwrap() > self.total {
            *self.permits.lock().unwrap() -= 1;
            return Err(ReleasedTooOften);
        }
        self.returned.notify_one();
        Ok(())
    }
}
