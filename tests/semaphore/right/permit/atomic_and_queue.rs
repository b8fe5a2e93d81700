//! 수는 원자 변수로 바꾸고, 못 바꾼 스레드는 적어 두고 재웁니다. 적은 다음에 한 번 더 바꿔 봅니다.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread::{self, Thread};

use crossbeam::queue::SegQueue;

#[derive(Debug, PartialEq, Eq)]
pub struct TooMany;

pub struct Semaphore {
    total: usize,
    permits: AtomicUsize,
    waiting: SegQueue<Thread>,
}

pub struct Permit<'a> {
    semaphore: &'a Semaphore,
    count: usize,
}

impl Semaphore {
    pub fn new(total: usize) -> Self {
        Self { total, permits: AtomicUsize::new(total), waiting: SegQueue::new() }
    }

    pub fn value(&self) -> usize {
        self.permits.load(SeqCst)
    }

    fn try_acquire(&self, n: usize) -> bool {
        self.permits.fetch_update(SeqCst, SeqCst, |permits| permits.checked_sub(n)).is_ok()
    }

    pub fn acquire(&self, n: usize) -> Result<Permit<'_>, TooMany> {
        if n > self.total {
            return Err(TooMany);
        }
        while !self.try_acquire(n) {
            self.waiting.push(thread::current());
            if self.try_acquire(n) {
                break;
            }
            thread::park();
        }
        Ok(Permit { semaphore: self, count: n })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.semaphore.permits.fetch_add(self.count, SeqCst);
        for thread in (0..self.semaphore.waiting.len()).map_while(|_| self.semaphore.waiting.pop()) {
            thread.unpark();
        }
    }
}
