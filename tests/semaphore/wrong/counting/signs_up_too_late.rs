//! 허가가 없는 것을 본 다음에 명단에 적습니다. 그사이에 온 신호는 명단이 비어 있어서 아무도 깨우지 않습니다.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread::{self, Thread};

pub struct Semaphore {
    permits: AtomicUsize,
    waiting: Mutex<Vec<Thread>>,
}

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { permits: AtomicUsize::new(permits), waiting: Mutex::new(Vec::new()) }
    }

    pub fn value(&self) -> usize {
        self.permits.load(SeqCst)
    }

    pub fn wait(&self) {
        while self.permits.fetch_update(SeqCst, SeqCst, |permits| permits.checked_sub(1)).is_err() {
            self.waiting.lock().unwrap().push(thread::current());
            thread::park();
        }
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        self.permits.fetch_add(n, SeqCst);
        self.waiting.lock().unwrap().drain(..).for_each(|thread| thread.unpark());
    }
}
