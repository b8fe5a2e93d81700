//! 여러 장을 한 장씩 신호합니다. 다 늘리기 전의 수가 보입니다.

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
        let mut permits = self.returned.wait_while(permits, |permits| *permits == 0).unwrap();
        *permits -= 1;
    }

    pub fn signal(&self) {
        *self.permits.lock().unwrap() += 1;
        self.returned.notify_one();
    }

    pub fn signal_many(&self, n: usize) {
        for _ in 0..n {
            self.signal();
        }
    }
}
