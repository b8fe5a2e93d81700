//! 하나씩 꺼내 버려서, 하나가 패닉하면 나머지는 끝난 일이 되지 못합니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct ShutDown<T>(pub T);

#[derive(Debug, PartialEq, Eq)]
pub struct TooOften;

struct State<T> {
    items: VecDeque<T>,
    unfinished: usize,
    closed: bool,
}

pub struct Queue<T> {
    maxsize: usize,
    state: Mutex<State<T>>,
    not_empty: Condvar,
    not_full: Condvar,
    all_done: Condvar,
}

impl<T> Queue<T> {
    pub fn new(maxsize: usize) -> Self {
        let state = Mutex::new(State { items: VecDeque::new(), unfinished: 0, closed: false });
        let (not_empty, not_full, all_done) = (Condvar::new(), Condvar::new(), Condvar::new());
        Self { maxsize, state, not_empty, not_full, all_done }
    }

    pub fn put(&self, item: T) -> Result<(), ShutDown<T>> {
        let full =
            |state: &mut State<T>| !state.closed && self.maxsize > 0 && state.items.len() >= self.maxsize;
        let mut state = self.not_full.wait_while(self.state.lock().unwrap(), full).unwrap();
        if state.closed {
            return Err(ShutDown(item));
        }
        state.items.push_back(item);
        state.unfinished += 1;
        self.not_empty.notify_one();
        Ok(())
    }

    pub fn get(&self) -> Option<T> {
        let empty = |state: &mut State<T>| !state.closed && state.items.is_empty();
        let mut state = self.not_empty.wait_while(self.state.lock().unwrap(), empty).unwrap();
        let item = state.items.pop_front()?;
        self.not_full.notify_one();
        Some(item)
    }

    pub fn task_done(&self) -> Result<(), TooOften> {
        let mut state = self.state.lock().unwrap();
        state.unfinished = state.unfinished.checked_sub(1).ok_or(TooOften)?;
        if state.unfinished == 0 {
            self.all_done.notify_all();
        }
        Ok(())
    }

    pub fn join(&self) {
        let state = self.state.lock().unwrap();
        drop(self.all_done.wait_while(state, |state| state.unfinished > 0).unwrap());
    }

    pub fn shutdown(&self, immediate: bool) {
        self.state.lock().unwrap().closed = true;
        self.not_empty.notify_all();
        self.not_full.notify_all();
        while immediate {
            let mut state = self.state.lock().unwrap();
            let item = state.items.pop_front();
            if item.is_none() {
                break;
            }
            state.unfinished = state.unfinished.saturating_sub(1);
            if state.unfinished == 0 {
                self.all_done.notify_all();
            }
            drop(state);
            drop(item);
        }
    }
}
