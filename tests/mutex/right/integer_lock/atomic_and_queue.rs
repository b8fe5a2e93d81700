//! 정수는 원자 변수로 바꾸고, 못 바꾼 스레드는 적어 두고 재웁니다. 적은 다음에 한 번 더 바꿔 봅니다.

use std::sync::atomic::{AtomicI32, Ordering::*};
use std::thread::{self, Thread};

use crossbeam::queue::SegQueue;

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock {
    number: AtomicI32,
    waiting: SegQueue<Thread>,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { number: AtomicI32::new(1), waiting: SegQueue::new() }
    }

    pub fn value(&self) -> i32 {
        self.number.load(SeqCst)
    }

    fn try_acquire(&self) -> bool {
        self.number.compare_exchange(1, 0, SeqCst, SeqCst).is_ok()
    }

    pub fn acquire(&self) {
        while !self.try_acquire() {
            self.waiting.push(thread::current());
            if self.try_acquire() {
                return;
            }
            thread::park();
        }
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        self.number.compare_exchange(0, 1, SeqCst, SeqCst).map_err(|_| NotAcquired)?;
        for thread in (0..self.waiting.len()).map_while(|_| self.waiting.pop()) {
            thread.unpark();
        }
        Ok(())
    }
}
