//! 허가가 생겼는지 1밀리초마다 봅니다.

use std::sync::Mutex;
use std::thread;
use std::time::Duration;

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
            let mut permits = self.permits.lock().unwrap();
            if *permits > 0 {
                *permits -= 1;
                return;
            }
            drop(permits);
            thread::sleep(Duration::from_millis(1));
        }
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        *self.permits.lock().unwrap() += n;
    }
}
