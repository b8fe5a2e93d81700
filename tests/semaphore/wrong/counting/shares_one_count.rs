//! 수를 전역 변수에 두어, 세마포어들이 함께 씁니다.

use std::sync::{Condvar, Mutex};

static PERMITS: Mutex<usize> = Mutex::new(0);

pub struct Semaphore {
    returned: Condvar,
}

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        *PERMITS.lock().unwrap() = permits;
        Self { returned: Condvar::new() }
    }

    pub fn value(&self) -> usize {
        *PERMITS.lock().unwrap()
    }

    pub fn wait(&self) {
        let permits = PERMITS.lock().unwrap();
        *self.returned.wait_while(permits, |permits| *permits == 0).unwrap() -= 1;
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        *PERMITS.lock().unwrap() += n;
        self.returned.notify_all();
    }
}
