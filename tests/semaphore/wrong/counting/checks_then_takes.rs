//! 허가가 있는 것을 보고 잠금을 풀었다가, 다시 잠그고 가져갑니다.

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
        let permits = self.permits.lock().unwrap();
        drop(self.returned.wait_while(permits, |permits| *permits == 0).unwrap());
        *self.permits.lock().unwrap() -= 1;
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        *self.permits.lock().unwrap() += n;
        self.returned.notify_all();
    }
}
