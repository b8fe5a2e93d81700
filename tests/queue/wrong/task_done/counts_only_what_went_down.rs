//! `join`이 깨어날 때마다 줄어든 수를 빼 나갑니다. 자는 동안 늘어난 수는 보지 못합니다.

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
        self.all_done.notify_all();
        Ok(())
    }

    pub fn join(&self) {
        let mut state = self.state.lock().unwrap();
        let mut left = state.unfinished;
        while left > 0 && state.unfinished > 0 {
            let before = state.unfinished;
            state = self.all_done.wait(state).unwrap();
            left = left.saturating_sub(before.saturating_sub(state.unfinished));
        }
    }
}
