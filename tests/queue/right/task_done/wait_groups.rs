//! `join`하는 스레드마다 `WaitGroup`을 남기고, 마지막 일이 모두 버립니다.

use crossbeam::sync::WaitGroup;
use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
#[derive(Debug, PartialEq, Eq)]
pub struct TooOften;
struct State<T> {
    items: VecDeque<T>,
    open: usize,
    joiners: Vec<WaitGroup>,
}
pub struct Queue<T> {
    state: Mutex<State<T>>,
    filled: Condvar,
}
impl<T> Queue<T> {
    pub fn new() -> Self {
        Self {
            state: Mutex::new(State { items: VecDeque::new(), open: 0, joiners: Vec::new() }),
            filled: Condvar::new(),
        }
    }
    pub fn put(&self, item: T) {
        let mut s = self.state.lock().unwrap();
        s.items.push_back(item);
        s.open += 1;
        drop(s);
        self.filled.notify_one();
    }
    pub fn get(&self) -> T {
        let mut s = self.state.lock().unwrap();
        loop {
            if let Some(i) = s.items.pop_front() {
                return i;
            }
            s = self.filled.wait(s).unwrap();
        }
    }
    pub fn task_done(&self) -> Result<(), TooOften> {
        let mut s = self.state.lock().unwrap();
        match s.open {
            0 => Err(TooOften),
            1 => {
                s.open = 0;
                s.joiners.clear();
                Ok(())
            }
            n => {
                s.open = n - 1;
                Ok(())
            }
        }
    }
    pub fn join(&self) {
        let mut s = self.state.lock().unwrap();
        if s.open > 0 {
            let wg = WaitGroup::new();
            s.joiners.push(wg.clone());
            drop(s);
            wg.wait();
        }
    }
}
