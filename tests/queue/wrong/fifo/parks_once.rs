//! `park`에서 돌아오면 항목이 있다고 믿습니다. 남아 있던 깨움 표시만으로도 돌아옵니다.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread::{self, Thread};

pub struct Queue<T> {
    state: Mutex<(VecDeque<T>, VecDeque<Thread>)>,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        Self { state: Mutex::new((VecDeque::new(), VecDeque::new())) }
    }

    pub fn put(&self, item: T) {
        let mut state = self.state.lock().unwrap();
        state.0.push_back(item);
        if let Some(waiter) = state.1.pop_front() {
            waiter.unpark();
        }
    }

    pub fn get(&self) -> T {
        let mut state = self.state.lock().unwrap();
        if state.0.is_empty() {
            state.1.push_back(thread::current());
            drop(state);
            thread::park();
            state = self.state.lock().unwrap();
        }
        state.0.pop_front().unwrap()
    }
}
