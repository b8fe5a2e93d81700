//! `value`가 `try_lock`에 실패하면 0을 돌려줍니다.

use std::sync::{Condvar, Mutex};

pub struct Semaphore {
    permits: Mutex<usize>,
    returned: Condvar,
}

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { permits: Mutex::new(permits), returned: Condvar::new() }
    }

    pub fn value(&self) -> usize {
        self.permits.try_lock().map_or(0, |permits| *permits)
    }

    pub fn wait(&self) {
        *self.returned.wait_while(self.permits.lock().unwrap(), |permits| *permits == 0).unwrap() -= 1;
    }

    pub fn signal(&self) {
        self.signal_many(1)
    }

    pub fn signal_many(&self, n: usize) {
        *self.permits.lock().unwrap() += n;
        self.returned.notify_all();
    }
}
