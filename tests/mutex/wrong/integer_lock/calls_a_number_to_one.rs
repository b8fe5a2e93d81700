//! 번호표의 차례대로 들어가는데 하나만 깨웁니다. 깨어난 것이 그 차례가 아니면 아무도 들어가지 못합니다.

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

struct State {
    number: i32,
    next_ticket: u64,
    now_serving: u64,
}

pub struct IntegerLock {
    state: Mutex<State>,
    changed: Condvar,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self {
            state: Mutex::new(State { number: 1, next_ticket: 0, now_serving: 0 }),
            changed: Condvar::new(),
        }
    }

    pub fn value(&self) -> i32 {
        self.state.lock().number
    }

    pub fn acquire(&self) {
        let mut state = self.state.lock();
        let ticket = state.next_ticket;
        state.next_ticket += 1;
        while state.number == 0 || state.now_serving != ticket {
            self.changed.wait(&mut state);
        }
        state.now_serving += 1;
        state.number = 0;
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut state = self.state.lock();
        if state.number == 1 {
            return Err(NotAcquired);
        }
        state.number = 1;
        self.changed.notify_one();
        Ok(())
    }
}
