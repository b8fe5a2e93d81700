//! 기다리는 스레드가 있으면 정수를 0으로 둔 채 그 스레드에게 바로 넘깁니다.

use std::collections::VecDeque;

use crossbeam::sync::{Parker, Unparker};
use parking_lot::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

struct State {
    number: i32,
    line: VecDeque<Unparker>,
}

pub struct IntegerLock {
    state: Mutex<State>,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { state: Mutex::new(State { number: 1, line: VecDeque::new() }) }
    }

    pub fn value(&self) -> i32 {
        self.state.lock().number
    }

    pub fn acquire(&self) {
        let parker = Parker::new();
        {
            let mut state = self.state.lock();
            if state.number == 1 {
                state.number = 0;
                return;
            }
            state.line.push_back(parker.unparker().clone());
        }
        parker.park();
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut state = self.state.lock();
        if state.number == 1 {
            return Err(NotAcquired);
        }
        match state.line.pop_front() {
            Some(next) => next.unpark(),
            None => state.number = 1,
        }
        Ok(())
    }
}
