//! `signal_many`가 많아야 64명을 깨웁니다.

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
        *self.permits.lock().unwrap()
    }

    pub fn wait(&self) {
        *self.returned.wait_while(self.permits.lock().unwrap(), |permits| *permits == 0).unwrap() -= 1;
    }

    pub fn signal(&self) {
        self.signal_many(1)
    }

    pub fn signal_many(&self, n: usize) {
        *self.permits.lock().unwrap() += n;
        for _ in 0..n.min(64) {
            self.returned.notify_one();
        }
    }
}
