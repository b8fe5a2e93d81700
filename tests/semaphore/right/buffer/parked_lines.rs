//! 넣을 스레드와 꺼낼 스레드를 따로 줄 세우고, 자리나 값이 생기면 깨웁니다.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread::{self, Thread};

struct State<T> {
    items: VecDeque<T>,
    putting: VecDeque<Thread>,
    taking: VecDeque<Thread>,
}

pub struct Buffer<T> {
    size: usize,
    state: Mutex<State<T>>,
}

impl<T> Buffer<T> {
    pub fn new(size: usize) -> Self {
        let state = State { items: VecDeque::new(), putting: VecDeque::new(), taking: VecDeque::new() };
        Self { size, state: Mutex::new(state) }
    }

    pub fn put(&self, item: T) {
        let mut state = self.state.lock().unwrap();
        while state.items.len() == self.size {
            state.putting.push_back(thread::current());
            drop(state);
            thread::park();
            state = self.state.lock().unwrap();
        }
        state.items.push_back(item);
        state.taking.drain(..).for_each(|thread| thread.unpark());
    }

    pub fn take(&self) -> T {
        let mut state = self.state.lock().unwrap();
        while state.items.is_empty() {
            state.taking.push_back(thread::current());
            drop(state);
            thread::park();
            state = self.state.lock().unwrap();
        }
        let item = state.items.pop_front().unwrap();
        state.putting.drain(..).for_each(|thread| thread.unpark());
        item
    }
}
