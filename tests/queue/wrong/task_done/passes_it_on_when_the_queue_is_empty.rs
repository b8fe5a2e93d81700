//! 깨어난 `join`이 다음 `join`을 깨우는데, 큐가 비었을 때만 깨웁니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

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
        let mut state = self.state.lock().unwrap();
        state.items.push_back(item);
        state.unfinished += 1;
        self.not_empty.notify_one();
    }

    pub fn get(&self) -> T {
        let state = self.state.lock().unwrap();
        let mut state = self.not_empty.wait_while(state, |state| state.items.is_empty()).unwrap();
        state.items.pop_front().unwrap()
    }

    pub fn task_done(&self) -> Result<(), TooOften> {
        let mut state = self.state.lock().unwrap();
        state.unfinished = state.unfinished.checked_sub(1).ok_or(TooOften)?;
        if state.unfinished == 0 {
            self.all_done.notify_one();
        }
        Ok(())
    }

    pub fn join(&self) {
        let state = self.state.lock().unwrap();
        let state = self.all_done.wait_while(state, |state| state.unfinished > 0).unwrap();
        if state.items.is_empty() {
            self.all_done.notify_one();
        }
    }
}
