//! parking_lot의 `wait_while_for`입니다.

use std::time::Duration;

use parking_lot::{Condvar, Mutex};

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
        *self.permits.lock()
    }

    pub fn try_acquire(&self) -> bool {
        Self::take(&mut self.permits.lock())
    }

    fn take(permits: &mut usize) -> bool {
        match permits.checked_sub(1) {
            Some(left) => {
                *permits = left;
                true
            }
            None => false,
        }
    }

    pub fn acquire_timeout(&self, limit: Duration) -> bool {
        let mut permits = self.permits.lock();
        self.returned.wait_while_for(&mut permits, |permits| *permits == 0, limit);
        Self::take(&mut permits)
    }

    pub fn release(&self) -> Result<(), ReleasedTooOften> {
        let mut permits = self.permits.lock();
        if *permits == self.total {
            return Err(ReleasedTooOften);
        }
        *permits += 1;
        self.returned.notify_one();
        Ok(())
    }
}
