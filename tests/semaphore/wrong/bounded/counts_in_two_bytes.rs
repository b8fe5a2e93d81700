//! 허가를 16비트로 셉니다.

use std::sync::{Condvar, Mutex};
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub struct ReleasedTooOften;

pub struct BoundedSemaphore {
    total: u16,
    permits: Mutex<u16>,
    returned: Condvar,
}

impl BoundedSemaphore {
    pub fn new(total: usize) -> Self {
        Self { total: total as u16, permits: Mutex::new(total as u16), returned: Condvar::new() }
    }

    pub fn value(&self) -> usize {
        usize::from(*self.permits.lock().unwrap())
    }

    pub fn try_acquire(&self) -> bool {
        let mut permits = self.permits.lock().unwrap();
        let free = *permits > 0;
        *permits -= u16::from(free);
        free
    }

    pub fn acquire_timeout(&self, limit: Duration) -> bool {
        let permits = self.permits.lock().unwrap();
        let (mut permits, _) =
            self.returned.wait_timeout_while(permits, limit, |permits| *permits == 0).unwrap();
        let free = *permits > 0;
        *permits -= u16::from(free);
        free
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
