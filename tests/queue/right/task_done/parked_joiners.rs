//! `join`하는 스레드를 적어 두고, 0이 되면 모두 `unpark`합니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread::{self, Thread};

#[derive(Debug, PartialEq, Eq)]
pub struct TooOften;

struct State<T> {
    items: VecDeque<T>,
    unfinished: usize,
    joiners: Vec<Thread>,
}

pub struct Queue<T> {
    state: Mutex<State<T>>,
    not_empty: Condvar,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        let state = State { items: VecDeque::new(), unfinished: 0, joiners: Vec::new() };
        Self { state: Mutex::new(state), not_empty: Condvar::new() }
    }

    pub fn put(&self, item: T) {
        let mut state = self.state.lock().unwrap();
        state.items.push_back(item);
        state.unfinished += 1;
        self.not_empty.notify_one();
    }

    pub fn get(&self) -> T {
        let mut state = self.state.lock().unwrap();
        loop {
            match state.items.pop_front() {
                Some(item) => return item,
                None => state = self.not_empty.wait(state).unwrap(),
            }
        }
    }

    pub fn task_done(&self) -> Result<(), TooOften> {
        let mut state = self.state.lock().unwrap();
        match state.unfinished {
            0 => return Err(TooOften),
            1 => state.joiners.drain(..).for_each(|joiner| joiner.unpark()),
            _ => {}
        }
        state.unfinished -= 1;
        Ok(())
    }

    pub fn join(&self) {
        loop {
            let mut state = self.state.lock().unwrap();
            if state.unfinished == 0 {
                return;
            }
            state.joiners.push(thread::current());
            drop(state);
            thread::park();
        }
    }
}
