//! 원자 변수를 바꿀 수 있을 때까지 돌며 봅니다.

use std::hint;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

pub struct Semaphore {
    permits: AtomicUsize,
}

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { permits: AtomicUsize::new(permits) }
    }

    pub fn value(&self) -> usize {
        self.permits.load(SeqCst)
    }

    pub fn wait(&self) {
        while self.permits.fetch_update(SeqCst, SeqCst, |permits| permits.checked_sub(1)).is_err() {
            hint::spin_loop();
        }
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        self.permits.fetch_add(n, SeqCst);
    }
}
