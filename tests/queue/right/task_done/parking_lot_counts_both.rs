//! 넣은 수와 끝난 수를 따로 셉니다. 둘이 같아지면 모두 끝난 것입니다.

use std::collections::VecDeque;

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct TooOften;

struct State<T> {
    items: VecDeque<T>,
    placed: u64,
    finished: u64,
}

pub struct Queue<T> {
    state: Mutex<State<T>>,
    not_empty: Condvar,
    all_done: Condvar,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        let state = Mutex::new(State { items: VecDeque::new(), placed: 0, finished: 0 });
        Self { state, not_empty: Condvar::new(), all_done: Condvar::new() }
    }

    pub fn put(&self, item: T) {
        let mut state = self.state.lock();
        state.items.push_back(item);
        state.placed += 1;
        self.not_empty.notify_one();
    }

    pub fn get(&self) -> T {
        let mut state = self.state.lock();
        while state.items.is_empty() {
            self.not_empty.wait(&mut state);
        }
        state.items.pop_front().unwrap()
    }

    pub fn task_done(&self) -> Result<(), TooOften> {
        let mut state = self.state.lock();
        if state.finished == state.placed {
            return Err(TooOften);
        }
        state.finished += 1;
        if state.finished == state.placed {
            self.all_done.notify_all();
        }
        Ok(())
    }

    pub fn join(&self) {
        let mut state = self.state.lock();
        while state.finished < state.placed {
            self.all_done.wait(&mut state);
        }
    }
}
