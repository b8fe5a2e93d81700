//! 64명까지만 기다릴 수 있습니다.

use std::sync::{Condvar, Mutex};

pub struct Semaphore {
    permits: Mutex<(usize, usize)>,
    returned: Condvar,
}

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { permits: Mutex::new((permits, 0)), returned: Condvar::new() }
    }

    pub fn value(&self) -> usize {
        self.permits.lock().unwrap().0
    }

    pub fn wait(&self) {
        let mut g = self.permits.lock().unwrap();
        g.1 += 1;
        assert!(g.1 <= 64);
        while g.0 == 0 {
            g = self.returned.wait(g).unwrap();
        }
        g.1 -= 1;
        g.0 -= 1;
    }

    pub fn signal(&self) {
        self.signal_many(1)
    }

    pub fn signal_many(&self, n: usize) {
        self.permits.lock().unwrap().0 += n;
        self.returned.notify_all();
    }
}
