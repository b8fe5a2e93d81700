//! 패닉하는 도중의 `signal_many`는 늘리기만 하고 깨우지 않습니다.

use std::sync::{Condvar, Mutex};
use std::thread;

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
        *self.permits.lock().unwrap() += 1;
        self.returned.notify_one();
    }

    pub fn signal_many(&self, n: usize) {
        *self.permits.lock().unwrap() += n;
        if !thread::panicking() {
            self.returned.notify_all();
        }
    }
}
