//! 10밀리초마다 수를 확인합니다. 끝난 바로 그때 돌아오지 못하고, 기다리는 동안에도 일합니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub struct TooOften;

struct State<T> {
    items: VecDeque<T>,
    unfinished: usize,
}

pub struct Queue<T> {
    state: Mutex<State<T>>,
    not_empty: Condvar,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        let state = Mutex::new(State { items: VecDeque::new(), unfinished: 0 });
        Self { state, not_empty: Condvar::new() }
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
        Ok(())
    }

    pub fn join(&self) {
        while self.state.lock().unwrap().unfinished > 0 {
            thread::sleep(Duration::from_millis(10));
        }
    }
}
