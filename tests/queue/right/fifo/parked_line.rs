//! 기다리는 스레드를 줄 세워 두고 맨 앞을 깨웁니다. 깨어나면 다시 확인하고, 비었으면 줄에서 빠졌다가 다시 섭니다.
//! `park`는 깨우는 신호가 없어도 돌아올 수 있어서, 줄에 제 이름이 남아 있을 수 있습니다.

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
            let me = thread::current().id();
            state.waiters.retain(|waiter| waiter.id() != me);
        }
    }
}
