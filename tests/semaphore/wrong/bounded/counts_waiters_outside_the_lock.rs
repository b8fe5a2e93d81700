//! 기다리는 수를 잠그지 않고 세어서, 막 잠들려는 스레드를 깨우지 않습니다.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub struct ReleasedTooOften;

pub struct BoundedSemaphore {
    total: usize,
    permits: Mutex<usize>,
    returned: Condvar,
    waiting: AtomicUsize,
}

impl BoundedSemaphore {
    pub fn new(total: usize) -> Self {
        Self { total, permits: Mutex::new(total), returned: Condvar::new(), waiting: AtomicUsize::new(0) }
    }

    pub fn value(&self) -> usize {
        *self.permits.lock().unwrap()
    }

    pub fn try_acquire(&self) -> bool {
        let mut permits = self.permits.lock().unwrap();
        if *permits == 0 {
            return false;
        }
        *permits -= 1;
        true
    }

    pub fn acquire_timeout(&self, limit: Duration) -> bool {
        if self.try_acquire() {
            return true;
        }
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let (mut permits, _) = self
            .returned
            .wait_timeout_while(self.permits.lock().unwrap(), limit, |permits| *permits == 0)
            .unwrap();
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        if *permits == 0 {
            return false;
        }
        *permits -= 1;
        true
    }

    pub fn release(&self) -> Result<(), ReleasedTooOften> {
        let waiting = self.waiting.load(Ordering::SeqCst);
        let mut permits = self.permits.lock().unwrap();
        if *permits == self.total {
            return Err(ReleasedTooOften);
        }
        *permits += 1;
        if waiting > 0 {
            self.returned.notify_one();
        }
        Ok(())
    }
}
