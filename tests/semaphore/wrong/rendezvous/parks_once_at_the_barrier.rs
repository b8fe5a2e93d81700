//! 모임에서 `park`를 한 번만 하고, 누가 깨웠는지 보지 않습니다.

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
    here: Mutex<Vec<std::thread::Thread>>,
}
impl Barrier {
    pub fn new(size: usize) -> Self {
        Self { size, here: Mutex::new(vec![]) }
    }
    pub fn wait(&self) {
        let mut h = self.here.lock().unwrap();
        if h.len() + 1 == self.size {
            for t in h.drain(..) {
                t.unpark();
            }
            return;
        }
        h.push(std::thread::current());
        drop(h);
        std::thread::park();
    }
}

struct Semaphore {
    permits: Mutex<usize>,
    returned: Condvar,
}
#[allow(dead_code)]
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
