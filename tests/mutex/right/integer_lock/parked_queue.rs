//! 기다리는 스레드를 적어 두고 `park`와 `unpark`로 재우고 깨웁니다.

use std::sync::Mutex;
use std::thread::{self, Thread};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

struct State {
    number: i32,
    queue: Vec<Thread>,
}

pub struct IntegerLock {
    state: Mutex<State>,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { state: Mutex::new(State { number: 1, queue: Vec::new() }) }
    }

    pub fn value(&self) -> i32 {
        self.state.lock().unwrap().number
    }

    pub fn acquire(&self) {
        loop {
            {
                let mut state = self.state.lock().unwrap();
                if state.number == 1 {
                    state.number -= 1;
                    return;
                }
                state.queue.push(thread::current());
            }
            thread::park();
        }
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut state = self.state.lock().unwrap();
        if state.number == 1 {
            return Err(NotAcquired);
        }
        state.number += 1;
        state.queue.drain(..).for_each(|waiting| waiting.unpark());
        Ok(())
    }
}
