//! 하나를 깨우고, 깨어난 스레드가 다음을 깨웁니다.

use std::sync::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct TooMany;

pub struct Semaphore {
    total: usize,
    permits: Mutex<usize>,
    returned: Condvar,
}

pub struct Permit<'a> {
    semaphore: &'a Semaphore,
    count: usize,
}

impl Semaphore {
    pub fn new(total: usize) -> Self {
        Self { total, permits: Mutex::new(total), returned: Condvar::new() }
    }

    pub fn value(&self) -> usize {
        *self.permits.lock().unwrap()
    }

    fn take(&self, n: usize) -> Permit<'_> {
        let permits = self.permits.lock().unwrap();
        let mut permits = self.returned.wait_while(permits, |permits| n > *permits).unwrap();
        *permits -= n;
        Permit { semaphore: self, count: n }
    }

    pub fn acquire(&self, n: usize) -> Result<Permit<'_>, TooMany> {
        (n <= self.total).then(|| self.take(n)).ok_or(TooMany)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        if self.count == 0 {
            return;
        }
        let mut permits = self.semaphore.permits.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        *permits += self.count;
        drop(permits);
        self.semaphore.returned.notify_all();
    }
}
