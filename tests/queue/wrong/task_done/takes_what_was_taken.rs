//! 기다렸다 깨어나면 다시 보지 않고 꺼냅니다. 먼저 온 스레드가 꺼내 갔으면 꺼낼 것이 없습니다.

use std::collections::VecDeque;

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct TooOften;

struct State<T> {
    items: VecDeque<T>,
    unfinished: usize,
}

pub struct Queue<T> {
    state: Mutex<State<T>>,
    not_empty: Condvar,
    all_done: Condvar,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        let state = Mutex::new(State { items: VecDeque::new(), unfinished: 0 });
        Self { state, not_empty: Condvar::new(), all_done: Condvar::new() }
    }

    pub fn put(&self, item: T) {
        let mut state = self.state.lock();
        state.items.push_back(item);
        state.unfinished += 1;
        self.not_empty.notify_one();
    }

    pub fn get(&self) -> T {
        let mut state = self.state.lock();
        if state.items.is_empty() {
            self.not_empty.wait(&mut state);
        }
        state.items.pop_front().unwrap()
    }

    pub fn task_done(&self) -> Result<(), TooOften> {
        let mut state = self.state.lock();
        let Some(left) = state.unfinished.checked_sub(1) else { return Err(TooOften) };
        state.unfinished = left;
        if left == 0 {
            self.all_done.notify_one();
        }
        Ok(())
    }

    pub fn join(&self) {
        let mut state = self.state.lock();
        while state.unfinished != 0 {
            self.all_done.wait(&mut state);
        }
        self.all_done.notify_one();
    }
}
