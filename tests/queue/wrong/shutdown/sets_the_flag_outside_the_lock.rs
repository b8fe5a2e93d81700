//! 표시를 잠금 밖의 원자 변수에 둡니다. 확인하고 잠들기 전인 스레드는 알림을 놓칩니다.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct ShutDown<T>(pub T);

#[derive(Debug, PartialEq, Eq)]
pub struct TooOften;

struct State<T> {
    items: VecDeque<T>,
    unfinished: usize,
}

pub struct Queue<T> {
    maxsize: usize,
    shut_down: AtomicBool,
    state: Mutex<State<T>>,
    not_empty: Condvar,
    not_full: Condvar,
    all_done: Condvar,
}

impl<T> Queue<T> {
    pub fn new(maxsize: usize) -> Self {
        let state = Mutex::new(State { items: VecDeque::new(), unfinished: 0 });
        let (not_empty, not_full, all_done) = (Condvar::new(), Condvar::new(), Condvar::new());
        let shut_down = AtomicBool::new(false);
        Self { maxsize, shut_down, state, not_empty, not_full, all_done }
    }

    pub fn put(&self, item: T) -> Result<(), ShutDown<T>> {
        let full = |state: &mut State<T>| {
            self.maxsize > 0 && state.items.len() >= self.maxsize && !self.shut_down.load(SeqCst)
        };
        let mut state = self.not_full.wait_while(self.state.lock().unwrap(), full).unwrap();
        if self.shut_down.load(SeqCst) {
            return Err(ShutDown(item));
        }
        state.items.push_back(item);
        state.unfinished += 1;
        self.not_empty.notify_one();
        Ok(())
    }

    pub fn get(&self) -> Option<T> {
        let empty = |state: &mut State<T>| state.items.is_empty() && !self.shut_down.load(SeqCst);
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
        self.shut_down.store(true, SeqCst);
        self.not_empty.notify_all();
        self.not_full.notify_all();
        if immediate {
            let mut state = self.state.lock().unwrap();
            let dropped = std::mem::take(&mut state.items);
            state.unfinished = state.unfinished.saturating_sub(dropped.len());
            self.all_done.notify_all();
            drop(state);
            drop(dropped);
        }
    }
}
