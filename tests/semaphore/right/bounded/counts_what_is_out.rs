//! 남은 수 대신 나간 수를 셉니다.

use std::sync::{Condvar, Mutex};
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub struct ReleasedTooOften;

pub struct BoundedSemaphore {
    total: usize,
    out: Mutex<usize>,
    returned: Condvar,
}

impl BoundedSemaphore {
    pub fn new(total: usize) -> Self {
        Self { total, out: Mutex::new(0), returned: Condvar::new() }
    }

    pub fn value(&self) -> usize {
        self.total - *self.out.lock().unwrap()
    }

    pub fn try_acquire(&self) -> bool {
        self.acquire_timeout(Duration::ZERO)
    }

    pub fn acquire_timeout(&self, limit: Duration) -> bool {
        let out = self.out.lock().unwrap();
        let (mut out, _) = self.returned.wait_timeout_while(out, limit, |out| *out == self.total).unwrap();
        let found = *out < self.total;
        *out += usize::from(found);
        found
    }

    pub fn release(&self) -> Result<(), ReleasedTooOften> {
        let mut out = self.out.lock().unwrap();
        *out = out.checked_sub(1).ok_or(ReleasedTooOften)?;
        self.returned.notify_one();
        Ok(())
    }
}
