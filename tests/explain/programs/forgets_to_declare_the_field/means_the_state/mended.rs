use std::sync::{Condvar, Mutex};

pub struct State {
    pub unfinished: usize,
}

pub struct Queue {
    pub state: Mutex<State>,
    pub done: Condvar,
}

impl Queue {
    pub fn put(&self) {
        self.state.lock().unwrap().unfinished += 1;
    }
}
