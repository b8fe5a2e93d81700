//! 기다리다가 대신 계산할 때는 표를 잠근 채로 합니다.

use std::collections::HashMap;
use std::panic::{self, AssertUnwindSafe};

use parking_lot::{Condvar, Mutex};

enum State {
    Busy,
    Done(String),
}

pub struct Cache {
    values: Mutex<HashMap<String, State>>,
    bell: Condvar,
}

impl Cache {
    pub fn new() -> Self {
        Self { values: Default::default(), bell: Condvar::new() }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let mut values = self.values.lock();
        let mut waited = false;
        loop {
            match values.get(key) {
                Some(State::Done(s)) => return s.clone(),
                Some(State::Busy) => {
                    waited = true;
                    self.bell.wait(&mut values)
                }
                None => break,
            }
        }
        if waited {
            let value = compute();
            values.insert(key.into(), State::Done(value.clone()));
            self.bell.notify_all();
            return value;
        }
        values.insert(key.into(), State::Busy);
        drop(values);
        match panic::catch_unwind(AssertUnwindSafe(compute)) {
            Ok(value) => {
                self.values.lock().insert(key.into(), State::Done(value.clone()));
                self.bell.notify_all();
                value
            }
            Err(e) => {
                self.values.lock().remove(key);
                self.bell.notify_all();
                panic::resume_unwind(e)
            }
        }
    }
}
