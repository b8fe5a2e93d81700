//! 패닉하는 스레드는 기다리지 않고 들어갑니다.

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
        if std::thread::panicking() {
            return;
        }
        let mut p = self.permits.lock().unwrap();
        while *p == 0 {
            p = self.returned.wait(p).unwrap();
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
