//! 0장이었을 때만 깨웁니다. 신호가 잇따르면 둘째 신호는 아무도 깨우지 않습니다.

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
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        let mut permits = self.permits.lock().unwrap();
        *permits += n;
        if n > 1 {
            self.returned.notify_all();
        } else if *permits == n {
            self.returned.notify_one();
        }
    }
}
