//! 기다리는 스레드를 하나만 적어 둡니다. 둘째가 적으면 첫째는 지워져서 아무도 깨우지 않습니다.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread::{self, Thread};

pub struct Queue<T> {
    state: Mutex<(VecDeque<T>, Option<Thread>)>,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        Self { state: Mutex::new((VecDeque::new(), None)) }
    }

    pub fn put(&self, item: T) {
        let mut state = self.state.lock().unwrap();
        state.0.push_back(item);
        if let Some(waiter) = state.1.take() {
            waiter.unpark();
        }
    }

    pub fn get(&self) -> T {
        loop {
            let mut state = self.state.lock().unwrap();
            if let Some(item) = state.0.pop_front() {
                return item;
            }
            state.1 = Some(thread::current());
            drop(state);
            thread::park();
        }
    }
}
