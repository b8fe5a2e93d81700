//! 온 스레드를 적어 두고 재웠다가, 마지막 스레드가 모두 깨웁니다.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread::{self, Thread};

use parking_lot::Mutex;

pub struct Rendezvous(Barrier);

impl Rendezvous {
    pub fn new() -> Self {
        Self(Barrier::new(2))
    }

    pub fn first(&self) {
        self.0.wait();
    }

    pub fn second(&self) {
        self.0.wait();
    }
}

pub struct Barrier {
    size: usize,
    line: Mutex<Vec<Thread>>,
    round: AtomicUsize,
}

impl Barrier {
    pub fn new(size: usize) -> Self {
        Self { size, line: Mutex::new(Vec::new()), round: AtomicUsize::new(0) }
    }

    pub fn wait(&self) {
        let mut line = self.line.lock();
        let round = self.round.load(SeqCst);
        if line.len() + 1 == self.size {
            self.round.store(round + 1, SeqCst);
            line.drain(..).for_each(|thread| thread.unpark());
            return;
        }
        line.push(thread::current());
        drop(line);
        while self.round.load(SeqCst) == round {
            thread::park();
        }
    }
}
