//! 들어오는 문과 나가는 문을 따로 둡니다. 모두 나가야 다시 들어옵니다.

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
    inside: Mutex<usize>,
    enter: Semaphore,
    leave: Semaphore,
}

impl Barrier {
    pub fn new(size: usize) -> Self {
        Self { size, inside: Mutex::new(0), enter: Semaphore::new(0), leave: Semaphore::new(0) }
    }

    pub fn wait(&self) {
        let mut inside = self.inside.lock().unwrap();
        *inside += 1;
        if *inside == self.size {
            self.enter.signal_many(self.size);
        }
        drop(inside);
        self.enter.wait();
        let mut inside = self.inside.lock().unwrap();
        *inside -= 1;
        if *inside == 0 {
            self.leave.signal_many(self.size);
        }
        drop(inside);
        self.leave.wait();
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
