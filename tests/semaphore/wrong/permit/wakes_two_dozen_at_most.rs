//! 허가가 한꺼번에 많이 돌아와도 많아야 스물넷을 깨웁니다.

use std::sync::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct TooMany;

#[must_use]
pub struct Permit<'a> {
    s: &'a Semaphore,
    count: usize,
}

pub struct Semaphore {
    total: usize,
    permits: Mutex<usize>,
    returned: Condvar,
}

impl Semaphore {
    pub fn new(total: usize) -> Self {
        Self { total, permits: Mutex::new(total), returned: Condvar::new() }
    }

    pub fn value(&self) -> usize {
        *self.permits.lock().unwrap()
    }

    pub fn acquire(&self, n: usize) -> Result<Permit<'_>, TooMany> {
        if n > self.total {
            return Err(TooMany);
        }
        *self.returned.wait_while(self.permits.lock().unwrap(), |permits| *permits < n).unwrap() -= n;
        Ok(Permit { s: self, count: n })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.s.permits.lock().unwrap() += self.count;
        for _ in 0..24 {
            self.s.returned.notify_one();
        }
    }
}
