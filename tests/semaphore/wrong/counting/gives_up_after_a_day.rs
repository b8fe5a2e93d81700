//! 하루를 기다려도 신호가 없으면 허가 없이 들어갑니다.

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
        let mut p = self.permits.lock().unwrap();
        if *p == 0 {
            p = self
                .returned
                .wait_timeout_while(p, std::time::Duration::from_secs(86400), |p| *p == 0)
                .unwrap()
                .0;
            if *p == 0 {
                return;
            }
        }
        *p -= 1;
    }
    pub fn signal(&self) {
        self.signal_many(1)
    }
    pub fn signal_many(&self, n: usize) {
        *self.permits.lock().unwrap() += n;
        self.returned.notify_all();
    }
}
