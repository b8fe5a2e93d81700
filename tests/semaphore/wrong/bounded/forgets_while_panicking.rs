//! 패닉하는 도중에는 돌려놓지 않고 Ok만 돌려줍니다.

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
        let mut p = self.permits.lock().unwrap();
        if *p == 0 {
            return false;
        }
        *p -= 1;
        true
    }
    pub fn acquire_timeout(&self, limit: Duration) -> bool {
        let p = self.permits.lock().unwrap();
        let (mut p, _) = self.returned.wait_timeout_while(p, limit, |p| *p == 0).unwrap();
        if *p == 0 {
            return false;
        }
        *p -= 1;
        true
    }
    pub fn release(&self) -> Result<(), ReleasedTooOften> {
        if std::thread::panicking() {
            return Ok(());
        }
        let mut p = self.permits.lock().unwrap();
        if *p == self.total {
            return Err(ReleasedTooOften);
        }
        *p += 1;
        self.returned.notify_one();
        Ok(())
    }
}
