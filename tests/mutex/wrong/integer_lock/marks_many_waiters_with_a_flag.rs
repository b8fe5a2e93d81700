//! 기다리는 스레드의 수 대신 있는지만 적고, 깨울 때 지웁니다. 둘이 기다리면 둘째는 깨우지 않습니다.

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

struct State {
    number: i32,
    someone_waits: bool,
}

pub struct IntegerLock {
    state: Mutex<State>,
    changed: Condvar,
}

impl IntegerLock {
    pub fn new() -> Self {
        Self { state: Mutex::new(State { number: 1, someone_waits: false }), changed: Condvar::new() }
    }

    pub fn value(&self) -> i32 {
        self.state.lock().number
    }

    pub fn acquire(&self) {
        let mut state = self.state.lock();
        while state.number == 0 {
            state.someone_waits = true;
            self.changed.wait(&mut state);
        }
        state.number = 0;
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        let mut state = self.state.lock();
        if state.number == 1 {
            return Err(NotAcquired);
        }
        state.number = 1;
        if std::mem::take(&mut state.someone_waits) {
            self.changed.notify_one();
        }
        Ok(())
    }
}
