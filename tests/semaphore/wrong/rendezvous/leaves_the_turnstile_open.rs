//! 지나간 스레드가 다음 스레드를 들이지만, 마지막에 남은 신호를 거두지 않습니다.

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
    came: Mutex<usize>,
    door: Semaphore,
}

impl Barrier {
    pub fn new(size: usize) -> Self {
        Self { size, came: Mutex::new(0), door: Semaphore::new(0) }
    }

    pub fn wait(&self) {
        let mut came = self.came.lock().unwrap();
        *came += 1;
        if *came % self.size == 0 {
            self.door.signal();
        }
        drop(came);
        self.door.wait();
        self.door.signal();
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
