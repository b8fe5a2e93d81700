//! 알림을 기다리되, 1초마다 깨어나 다시 봅니다.

use std::sync::{Condvar, Mutex};
use std::time::Duration;

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
        let mut permits = self.permits.lock().unwrap();
        while *permits == 0 {
            permits = self.returned.wait_timeout(permits, Duration::from_secs(1)).unwrap().0;
        }
        *permits -= 1;
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        *self.permits.lock().unwrap() += n;
        self.returned.notify_all();
    }
}
