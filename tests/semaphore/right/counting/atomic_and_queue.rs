//! 수는 원자 변수로 바꾸고, 못 바꾼 스레드는 적어 두고 재웁니다. 적은 다음에 한 번 더 바꿔 봅니다.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread::{self, Thread};

use crossbeam::queue::SegQueue;

pub struct Semaphore {
    permits: AtomicUsize,
    waiting: SegQueue<Thread>,
}

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { permits: AtomicUsize::new(permits), waiting: SegQueue::new() }
    }

    pub fn value(&self) -> usize {
        self.permits.load(SeqCst)
    }

    fn try_wait(&self) -> bool {
        self.permits.fetch_update(SeqCst, SeqCst, |permits| permits.checked_sub(1)).is_ok()
    }

    pub fn wait(&self) {
        while !self.try_wait() {
            self.waiting.push(thread::current());
            if self.try_wait() {
                return;
            }
            thread::park();
        }
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        self.permits.fetch_add(n, SeqCst);
        for thread in (0..self.waiting.len()).map_while(|_| self.waiting.pop()) {
            thread.unpark();
        }
    }
}
