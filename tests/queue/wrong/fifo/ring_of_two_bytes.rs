//! 고리 버퍼의 자리를 16비트로 셉니다. 65536개보다 많이 담으면 덮어씁니다.

use std::collections::HashMap;
use std::sync::{Condvar, Mutex};

struct State<T> {
    items: HashMap<u16, T>,
    first: u16,
    last: u16,
}

pub struct Queue<T> {
    state: Mutex<State<T>>,
    came: Condvar,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        Self { state: Mutex::new(State { items: HashMap::new(), first: 0, last: 0 }), came: Condvar::new() }
    }

    pub fn put(&self, item: T) {
        let mut state = self.state.lock().unwrap();
        let last = state.last;
        state.items.insert(last, item);
        state.last = last.wrapping_add(1);
        self.came.notify_one();
    }

    pub fn get(&self) -> T {
        let state = self.state.lock().unwrap();
        let mut state = self.came.wait_while(state, |state| state.items.is_empty()).unwrap();
        let first = state.first;
        state.first = first.wrapping_add(1);
        state.items.remove(&first).unwrap()
    }
}
