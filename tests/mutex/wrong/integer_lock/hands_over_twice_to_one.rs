//! 잠긴 채로 넘겨주는데, 넘겨받은 스레드가 깨어나기 전에 한 번 더 풀면 없는 스레드에게 넘깁니다.

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

struct State {
    number: i32,
    waiting: usize,
    handed: bool,
}

pub struct IntegerLock {
    state: Mutex<State>,
    released: Condvar,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { state: Mutex::new(State { number: 1, waiting: 0, handed: false }), released: Condvar::new() }
    }

    pub fn value(&self) -> i32 {
        self.state.lock().number
    }

    pub fn acquire(&self) {
        let mut state = self.state.lock();
        if state.number == 1 {
            state.number = 0;
            return;
        }
        state.waiting += 1;
        while !state.handed {
            self.released.wait(&mut state);
        }
        state.waiting -= 1;
        state.handed = false;
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut state = self.state.lock();
        if state.number == 1 {
            return Err(NotAcquired);
        }
        if state.waiting > 0 {
            state.handed = true;
            self.released.notify_one();
        } else {
            state.number = 1;
        }
        Ok(())
    }
}
