//! 기다리는 스레드의 수 대신 있는지만 적고, 깨울 때 지웁니다. 둘이 기다리면 둘째는 한도까지 잡니다.

use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

struct State<T> {
    value: Option<T>,
    someone_waits: bool,
}

pub struct Patient<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self {
            state: Mutex::new(State { value: Some(value), someone_waits: false }),
            changed: Condvar::new(),
        }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        let deadline = Instant::now() + limit;
        let mut state = self.state.lock();
        while state.value.is_none() {
            if Instant::now() >= deadline {
                return Err(GaveUp);
            }
            state.someone_waits = true;
            self.changed.wait_until(&mut state, deadline);
        }
        let mut value = state.value.take().unwrap();
        drop(state);
        let result = job(&mut value);
        let mut state = self.state.lock();
        state.value = Some(value);
        if std::mem::take(&mut state.someone_waits) {
            self.changed.notify_one();
        }
        Ok(result)
    }
}
