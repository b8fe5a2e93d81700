//! 기다리는 스레드가 있으면 허가를 그 스레드에 바로 넘기고, 깨어난 스레드는 받은 것으로 칩니다. 조건 변수는 신호 없이도 깨어납니다.

use std::sync::{Condvar, Mutex};

struct Permits {
    free: usize,
    waiting: usize,
}

pub struct Semaphore {
    permits: Mutex<Permits>,
    handed_over: Condvar,
}

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { permits: Mutex::new(Permits { free: permits, waiting: 0 }), handed_over: Condvar::new() }
    }

    pub fn value(&self) -> usize {
        self.permits.lock().unwrap().free
    }

    pub fn wait(&self) {
        let mut permits = self.permits.lock().unwrap();
        if permits.free > 0 {
            permits.free -= 1;
            return;
        }
        permits.waiting += 1;
        drop(self.handed_over.wait(permits).unwrap());
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        let mut permits = self.permits.lock().unwrap();
        let served = n.min(permits.waiting);
        permits.waiting -= served;
        permits.free += n - served;
        for _ in 0..served {
            self.handed_over.notify_one();
        }
    }
}
