//! 모인 수를 모임의 번호와 함께 한 수에 담아, 256이 넘으면 번호를 건드립니다.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};

pub struct Rendezvous {
    first_came: Semaphore,
    second_came: Semaphore,
}

impl Rendezvous {
    pub fn new() -> Self {
        Self { first_came: Semaphore::new(0), second_came: Semaphore::new(0) }
    }

    pub fn first(&self) {
        self.first_came.signal();
        self.second_came.wait();
    }

    pub fn second(&self) {
        self.second_came.signal();
        self.first_came.wait();
    }
}

pub struct Barrier {
    size: usize,
    word: AtomicUsize,
    desk: Mutex<()>,
    opened: Condvar,
}

impl Barrier {
    pub fn new(size: usize) -> Self {
        Self { size, word: AtomicUsize::new(0), desk: Mutex::new(()), opened: Condvar::new() }
    }

    pub fn wait(&self) {
        let mut desk = self.desk.lock().unwrap();
        let word = self.word.fetch_add(1, SeqCst);
        let round = word >> 8;
        if word & 0xff == self.size - 1 {
            self.word.store((round + 1) << 8, SeqCst);
            self.opened.notify_all();
            return;
        }
        while self.word.load(SeqCst) >> 8 == round {
            desk = self.opened.wait(desk).unwrap();
        }
    }
}

struct Semaphore {
    permits: Mutex<usize>,
    returned: Condvar,
}

impl Semaphore {
    #[track_caller]
    fn new(permits: usize) -> Self {
        Self { permits: Mutex::new(permits), returned: Condvar::new() }
    }

    #[track_caller]
    fn wait(&self) {
        let permits = self.permits.lock().unwrap();
        *self.returned.wait_while(permits, |permits| *permits == 0).unwrap() -= 1;
    }

    #[track_caller]
    fn signal(&self) {
        self.signal_many(1);
    }

    #[track_caller]
    fn signal_many(&self, n: usize) {
        *self.permits.lock().unwrap() += n;
        self.returned.notify_all();
    }
}
