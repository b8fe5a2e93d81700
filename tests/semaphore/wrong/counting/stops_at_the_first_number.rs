//! 처음 수보다 많아지지 않게 신호를 버립니다.

use std::sync::{Condvar, Mutex};

pub struct Semaphore {
    total: usize,
    permits: Mutex<usize>,
    returned: Condvar,
}

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { total: permits, permits: Mutex::new(permits), returned: Condvar::new() }
    }

    pub fn value(&self) -> usize {
        *self.permits.lock().unwrap()
    }

    pub fn wait(&self) {
        let permits = self.permits.lock().unwrap();
        let mut permits = self.returned.wait_while(permits, |permits| *permits == 0).unwrap();
        *permits -= 1;
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        let mut permits = self.permits.lock().unwrap();
        *permits = self.total.min(*permits + n);
        self.returned.notify_all();
    }
}
