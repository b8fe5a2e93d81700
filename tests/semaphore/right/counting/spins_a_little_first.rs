//! 잠들기 전에 몇 번만 다시 보고, 그래도 없으면 제대로 기다립니다.

use std::hint;
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
        for _ in 0..5 {
            if *self.permits.lock().unwrap() > 0 {
                break;
            }
            hint::spin_loop();
        }
        let permits = self.permits.lock().unwrap();
        let mut permits = self.returned.wait_while(permits, |permits| *permits == 0).unwrap();
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
