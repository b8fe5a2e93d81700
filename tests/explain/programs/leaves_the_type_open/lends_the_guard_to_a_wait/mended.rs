use std::sync::{Condvar, Mutex};

pub struct State {
    pub left: u64,
}

pub fn join(state: &Mutex<State>, done: &Condvar) {
    let state = state.lock().unwrap();
    drop(done.wait_while(state, |state| state.left > 0).unwrap());
}
