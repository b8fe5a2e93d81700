//! 모임의 차례를 모임마다가 아니라 스레드마다 셉니다.

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

thread_local! { static SENSE: std::cell::Cell<bool> = const { std::cell::Cell::new(false) }; }
pub struct Barrier {
    size: usize,
    state: Mutex<(usize, bool)>,
    turned: Condvar,
}
impl Barrier {
    pub fn new(size: usize) -> Self {
        Self { size, state: Mutex::new((0, false)), turned: Condvar::new() }
    }
    pub fn wait(&self) {
        let mine = !SENSE.get();
        SENSE.set(mine);
        let mut s = self.state.lock().unwrap();
        s.0 += 1;
        if s.0 == self.size {
            s.0 = 0;
            s.1 = mine;
            self.turned.notify_all();
            return;
        }
        while s.1 != mine {
            s = self.turned.wait(s).unwrap();
        }
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
