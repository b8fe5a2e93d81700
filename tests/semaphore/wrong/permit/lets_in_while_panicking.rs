//! 패닉하는 도중에는 아무것도 가져가지 않고 들여보냅니다.

use std::sync::{Condvar, Mutex};
use std::thread;

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
        if thread::panicking() {
            return Ok(Permit { s: self, count: 0 });
        }
        *self.returned.wait_while(self.permits.lock().unwrap(), |permits| *permits < n).unwrap() -= n;
        Ok(Permit { s: self, count: n })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.s.permits.lock().unwrap() += self.count;
        self.s.returned.notify_all();
    }
}
