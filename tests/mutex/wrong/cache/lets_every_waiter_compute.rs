//! 계산이 패닉하면 기다리던 스레드가 저마다 계산합니다. 다시 하나만 골라야 한다는 것을 잊은 것입니다.

use std::collections::HashMap;

use parking_lot::{Condvar, Mutex};

#[derive(Clone, PartialEq)]
enum State {
    Computing,
    Failed,
    Ready(String),
}

struct Entry<'a> {
    cache: &'a Cache,
    key: &'a str,
    state: State,
}

impl Drop for Entry<'_> {
    fn drop(&mut self) {
        self.cache.values.lock().insert(self.key.to_owned(), self.state.clone());
        self.cache.changed.notify_all();
    }
}

pub struct Cache {
    values: Mutex<HashMap<String, State>>,
    changed: Condvar,
}

impl Cache {
    pub fn new() -> Self {
        Self { values: Mutex::new(HashMap::new()), changed: Condvar::new() }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let mut values = self.values.lock();
        if !values.contains_key(key) {
            values.insert(key.to_owned(), State::Computing);
        } else {
            self.changed.wait_while(&mut values, |values| values[key] == State::Computing);
        }
        if let State::Ready(value) = &values[key] {
            return value.clone();
        }
        drop(values);
        let mut entry = Entry { cache: self, key, state: State::Failed };
        let value = compute();
        entry.state = State::Ready(value.clone());
        value
    }
}
