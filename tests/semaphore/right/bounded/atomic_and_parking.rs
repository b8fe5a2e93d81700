//! 수는 원자 변수로 바꾸고, 못 바꾼 스레드는 적어 두고 한도까지 잡니다.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use crossbeam::queue::SegQueue;

#[derive(Debug, PartialEq, Eq)]
pub struct ReleasedTooOften;

pub struct BoundedSemaphore {
    total: usize,
    permits: AtomicUsize,
    waiting: SegQueue<Thread>,
}

impl BoundedSemaphore {
    pub fn new(total: usize) -> Self {
        Self { total, permits: AtomicUsize::new(total), waiting: SegQueue::new() }
    }

    pub fn value(&self) -> usize {
        self.permits.load(SeqCst)
    }

    pub fn try_acquire(&self) -> bool {
        self.permits.fetch_update(SeqCst, SeqCst, |permits| permits.checked_sub(1)).is_ok()
    }

    pub fn acquire_timeout(&self, limit: Duration) -> bool {
        let asked = Instant::now();
        loop {
            if self.try_acquire() {
                return true;
            }
            self.waiting.push(thread::current());
            if self.try_acquire() {
                return true;
            }
            let left = limit.saturating_sub(asked.elapsed());
            if left.is_zero() {
                return false;
            }
            thread::park_timeout(left);
        }
    }

    pub fn release(&self) -> Result<(), ReleasedTooOften> {
        let below = |permits| (permits < self.total).then(|| permits + 1);
        self.permits.fetch_update(SeqCst, SeqCst, below).map_err(|_| ReleasedTooOften)?;
        for thread in (0..self.waiting.len()).map_while(|_| self.waiting.pop()) {
            thread.unpark();
        }
        Ok(())
    }
}
