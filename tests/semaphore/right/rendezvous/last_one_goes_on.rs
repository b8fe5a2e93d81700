//! 마지막 스레드는 기다리지 않고, 나머지에게만 신호합니다.

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
    doors: [Semaphore; 2],
}

impl Barrier {
    pub fn new(size: usize) -> Self {
        Self { size, came: Mutex::new(0), doors: [Semaphore::new(0), Semaphore::new(0)] }
    }

    pub fn wait(&self) {
        let mut came = self.came.lock().unwrap();
        let door = &self.doors[*came / self.size % 2];
        *came += 1;
        if *came % self.size == 0 {
            door.signal_many(self.size - 1);
            return;
        }
        drop(came);
        door.wait();
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
