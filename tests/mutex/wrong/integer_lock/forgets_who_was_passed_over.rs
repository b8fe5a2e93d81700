//! 깨운 스레드를 줄에서 뺍니다. 그사이 다른 스레드가 먼저 잠가서 도로 잠들면, 줄에 없으니 다시 깨울 수 없습니다.

use std::collections::VecDeque;
use std::thread::{self, Thread};

use parking_lot::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

struct State {
    number: i32,
    waiting: VecDeque<Thread>,
}

pub struct IntegerLock {
    state: Mutex<State>,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { state: Mutex::new(State { number: 1, waiting: VecDeque::new() }) }
    }

    pub fn value(&self) -> i32 {
        self.state.lock().number
    }

    pub fn acquire(&self) {
        let mut state = self.state.lock();
        if state.number == 0 {
            state.waiting.push_back(thread::current());
            while state.number == 0 {
                drop(state);
                thread::park();
                state = self.state.lock();
            }
        }
        state.number -= 1;
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut state = self.state.lock();
        if state.number == 1 {
            return Err(NotAcquired);
        }
        state.number += 1;
        if let Some(thread) = state.waiting.pop_front() {
            thread.unpark();
        }
        Ok(())
    }
}
