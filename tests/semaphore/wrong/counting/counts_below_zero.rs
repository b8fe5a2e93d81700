//! 먼저 1을 빼고, 음수면 기다립니다. 기다리는 스레드의 수가 값에 섞입니다.

use std::sync::{Condvar, Mutex};

pub struct Semaphore {
    permits: Mutex<isize>,
    returned: Condvar,
}

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { permits: Mutex::new(permits as isize), returned: Condvar::new() }
    }

    pub fn value(&self) -> usize {
        *self.permits.lock().unwrap() as usize
    }

    pub fn wait(&self) {
        let mut permits = self.permits.lock().unwrap();
        *permits -= 1;
        if *permits < 0 {
            drop(self.returned.wait(permits).unwrap());
        }
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        *self.permits.lock().unwrap() += n as isize;
        for _ in 0..n {
            self.returned.notify_one();
        }
    }
}
