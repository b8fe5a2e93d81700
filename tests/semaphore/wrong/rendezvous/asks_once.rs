//! 모임에서 깨어난 뒤에 다시 보지 않습니다.

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
    state: Mutex<(usize, usize)>,
    turned: Condvar,
}
impl Barrier {
    pub fn new(size: usize) -> Self {
        Self { size, state: Mutex::new((0, 0)), turned: Condvar::new() }
    }
    pub fn wait(&self) {
        let mut s = self.state.lock().unwrap();
        let mine = s.1;
        s.0 += 1;
        if s.0 == self.size {
            s.0 = 0;
            s.1 += 1;
            self.turned.notify_all();
            return;
        }
        if s.1 == mine {
            s = self.turned.wait(s).unwrap();
        }
        drop(s);
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
