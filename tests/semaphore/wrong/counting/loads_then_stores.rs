//! 원자 변수를 읽고, 더하거나 뺀 값을 따로 씁니다.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};

pub struct Semaphore {
    permits: AtomicUsize,
    door: Mutex<()>,
    returned: Condvar,
}

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { permits: AtomicUsize::new(permits), door: Mutex::new(()), returned: Condvar::new() }
    }

    pub fn value(&self) -> usize {
        self.permits.load(SeqCst)
    }

    pub fn wait(&self) {
        let mut door = self.door.lock().unwrap();
        while self.permits.load(SeqCst) == 0 {
            door = self.returned.wait(door).unwrap();
        }
        self.permits.store(self.permits.load(SeqCst) - 1, SeqCst);
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        self.permits.store(self.permits.load(SeqCst) + n, SeqCst);
        let _door = self.door.lock().unwrap();
        self.returned.notify_all();
    }
}
