//! 건넨 뒤에도 기다리는 수를 줄이지 않아, 한 스레드에게 두 번 건넵니다.

use std::sync::{Condvar, Mutex};

struct State {
    free: usize,
    handed: usize,
    waiting: usize,
}

pub struct Semaphore {
    state: Mutex<State>,
    handed: Condvar,
}

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { state: Mutex::new(State { free: permits, handed: 0, waiting: 0 }), handed: Condvar::new() }
    }

    pub fn value(&self) -> usize {
        self.state.lock().unwrap().free
    }

    pub fn wait(&self) {
        let mut state = self.state.lock().unwrap();
        if state.free > 0 {
            state.free -= 1;
            return;
        }
        state.waiting += 1;
        let mut state = self.handed.wait_while(state, |state| state.handed == 0).unwrap();
        state.handed -= 1;
        state.waiting -= 1;
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        let mut state = self.state.lock().unwrap();
        let handed = n.min(state.waiting);
        state.handed += handed;
        state.free += n - handed;
        self.handed.notify_all();
    }
}
