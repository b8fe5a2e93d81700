//! `park`가 신호 없이 돌아오면 줄에 제 이름이 남는데, 그대로 두고 다시 줄을 섭니다. 두 번 깨워도 한 스레드만 깨어납니다.

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
