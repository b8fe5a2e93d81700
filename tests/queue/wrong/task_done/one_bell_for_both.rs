//! 꺼내려는 스레드와 `join`하는 스레드가 한 조건 변수에서 기다리는데 하나만 깨웁니다.

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
    _all_done: Condvar,
}
impl<T> Queue<T> {
    pub fn new() -> Self {
        let state = Mutex::new(State { items: VecDeque::new(), unfinished: 0 });
        Self { state, not_empty: Condvar::new(), _all_done: Condvar::new() }
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
        if state.unfinished == 0 {
            return Err(TooOften);
        }
        state.unfinished -= 1;
        if state.unfinished == 0 {
            self.not_empty.notify_all();
        }
        Ok(())
    }
    pub fn join(&self) {
        let state = self.state.lock().unwrap();
        drop(self.not_empty.wait_while(state, |state| state.unfinished > 0).unwrap());
    }
}
