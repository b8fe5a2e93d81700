//! 기다리는 스레드를 줄 세워 두고 맨 앞을 깨웁니다. 깨어나면 다시 확인하고, 비었으면 다시 줄을 섭니다.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread::{self, Thread};

struct State<T> {
    items: VecDeque<T>,
    waiters: VecDeque<Thread>,
}

pub struct Queue<T>(Mutex<State<T>>);

impl<T> Queue<T> {
    pub fn new() -> Self {
        Self(Mutex::new(State { items: VecDeque::new(), waiters: VecDeque::new() }))
    }

    pub fn put(&self, item: T) {
        let mut state = self.0.lock().unwrap();
        state.items.push_back(item);
        if let Some(waiter) = state.waiters.pop_front() {
            waiter.unpark();
        }
    }

    pub fn get(&self) -> T {
        let mut state = self.0.lock().unwrap();
        loop {
            if let Some(item) = state.items.pop_front() {
                return item;
            }
            state.waiters.push_back(thread::current());
            drop(state);
            thread::park();
            state = self.0.lock().unwrap();
        }
    }
}
