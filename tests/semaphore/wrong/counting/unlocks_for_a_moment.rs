//! 다시 볼 때마다 잠금을 풀었다가, 알림을 기다리기 직전에 다시 잠급니다.

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
        loop {
            {
                let mut permits = self.permits.lock().unwrap();
                if *permits > 0 {
                    *permits -= 1;
                    return;
                }
            }
            let permits = self.permits.lock().unwrap();
            drop(self.returned.wait(permits).unwrap());
        }
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        *self.permits.lock().unwrap() += n;
        self.returned.notify_all();
    }
}
