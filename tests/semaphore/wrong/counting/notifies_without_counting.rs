//! 기다리는 스레드가 없으면 신호를 세지 않습니다.

use std::sync::{Condvar, Mutex};

struct State {
    permits: usize,
    waiting: usize,
}

pub struct Semaphore {
    state: Mutex<State>,
    returned: Condvar,
}

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { state: Mutex::new(State { permits, waiting: 0 }), returned: Condvar::new() }
    }

    pub fn value(&self) -> usize {
        self.state.lock().unwrap().permits
    }

    pub fn wait(&self) {
        let mut state = self.state.lock().unwrap();
        state.waiting += 1;
        state = self.returned.wait_while(state, |state| state.permits == 0).unwrap();
        state.waiting -= 1;
        state.permits -= 1;
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        let mut state = self.state.lock().unwrap();
        if state.waiting > 0 {
            state.permits += n;
            self.returned.notify_all();
        }
    }
}
