//! `parking_lot`과 열림, 닫힘 두 상태를 가진 `enum`입니다. 기다리는 조건을 반복문으로 씁니다.

use std::collections::VecDeque;

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct ShutDown<T>(pub T);

#[derive(Debug, PartialEq, Eq)]
pub struct TooOften;

#[derive(PartialEq, Eq)]
enum Door {
    Open,
    Shut,
}

struct State<T> {
    items: VecDeque<T>,
    unfinished: usize,
    door: Door,
}

pub struct Queue<T> {
    maxsize: usize,
    state: Mutex<State<T>>,
    changed: Condvar,
}

impl<T> Queue<T> {
    pub fn new(maxsize: usize) -> Self {
        let maxsize = if maxsize == 0 { usize::MAX } else { maxsize };
        let state = State { items: VecDeque::new(), unfinished: 0, door: Door::Open };
        Self { maxsize, state: Mutex::new(state), changed: Condvar::new() }
    }

    pub fn put(&self, item: T) -> Result<(), ShutDown<T>> {
        let mut state = self.state.lock();
        loop {
            if state.door == Door::Shut {
                return Err(ShutDown(item));
            }
            if state.items.len() < self.maxsize {
                break;
            }
            self.changed.wait(&mut state);
        }
        state.items.push_back(item);
        state.unfinished += 1;
        self.changed.notify_all();
        Ok(())
    }

    pub fn get(&self) -> Option<T> {
        let mut state = self.state.lock();
        loop {
            if let Some(item) = state.items.pop_front() {
                self.changed.notify_all();
                return Some(item);
            }
            if state.door == Door::Shut {
                return None;
            }
            self.changed.wait(&mut state);
        }
    }

    pub fn task_done(&self) -> Result<(), TooOften> {
        let mut state = self.state.lock();
        if state.unfinished == 0 {
            return Err(TooOften);
        }
        state.unfinished -= 1;
        self.changed.notify_all();
        Ok(())
    }

    pub fn join(&self) {
        let mut state = self.state.lock();
        while state.unfinished > 0 {
            self.changed.wait(&mut state);
        }
    }

    pub fn shutdown(&self, immediate: bool) {
        let mut state = self.state.lock();
        state.door = Door::Shut;
        let keep = if immediate { 0 } else { state.items.len() };
        let left = state.items.split_off(0);
        let (kept, dropped) = if keep == 0 { (VecDeque::new(), left) } else { (left, VecDeque::new()) };
        state.items = kept;
        state.unfinished = state.unfinished.saturating_sub(dropped.len());
        self.changed.notify_all();
        drop(state);
    }
}
