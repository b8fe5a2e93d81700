//! 1분이 지나면 허가 없이 들어갑니다.

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
        let (permits, minute) = (self.permits.lock().unwrap(), Duration::from_secs(60));
        let (mut permits, _) =
            self.returned.wait_timeout_while(permits, minute, |permits| *permits == 0).unwrap();
        *permits = permits.saturating_sub(1);
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        *self.permits.lock().unwrap() += n;
        self.returned.notify_all();
    }
}
