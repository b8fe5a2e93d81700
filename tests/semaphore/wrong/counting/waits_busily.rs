//! 허가가 생길 때까지 쉬지 않고 봅니다.

use std::sync::Mutex;
use std::thread;

pub struct Semaphore {
    permits: Mutex<usize>,
}

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { permits: Mutex::new(permits) }
    }

    pub fn value(&self) -> usize {
        *self.permits.lock().unwrap()
    }

    pub fn wait(&self) {
        loop {
            {
                let mut permits = self.permits.lock().unwrap();
                if *permits > 0 {
                    *permits -= 1;
                    return;
                }
            }
            thread::yield_now();
        }
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        *self.permits.lock().unwrap() += n;
    }
}
