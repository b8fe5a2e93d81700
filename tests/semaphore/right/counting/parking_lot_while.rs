//! parking_lot의 잠금과 조건 변수입니다. 늘어난 만큼 하나씩 깨우되, 아무도 없으면 그칩니다.

use parking_lot::{Condvar, Mutex};

pub struct Semaphore {
    permits: Mutex<usize>,
    returned: Condvar,
}

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { permits: Mutex::new(permits), returned: Condvar::new() }
    }

    pub fn value(&self) -> usize {
        *self.permits.lock()
    }

    pub fn wait(&self) {
        let mut permits = self.permits.lock();
        while *permits == 0 {
            self.returned.wait(&mut permits);
        }
        *permits -= 1;
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        let mut permits = self.permits.lock();
        *permits += n;
        for _ in 0..n {
            if !self.returned.notify_one() {
                break;
            }
        }
    }
}
