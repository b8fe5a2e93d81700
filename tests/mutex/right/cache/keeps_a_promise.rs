//! 계산하겠다는 약속을 표에 남기고, 지키지 못하면 사라질 때 치웁니다.

use parking_lot::{Condvar, Mutex};
use std::collections::HashMap;

enum State {
    Computing,
    Ready(String),
}

pub struct Cache {
    states: Mutex<HashMap<String, State>>,
    changed: Condvar,
}

struct Promise<'a> {
    cache: &'a Cache,
    key: &'a str,
}

impl Promise<'_> {
    fn keep(self, value: String) -> String {
        self.cache.states.lock().insert(self.key.into(), State::Ready(value.clone()));
        value
    }
}

impl Drop for Promise<'_> {
    fn drop(&mut self) {
        let mut states = self.cache.states.lock();
        if matches!(states.get(self.key), Some(State::Computing)) {
            states.remove(self.key);
        }
        self.cache.changed.notify_all();
    }
}

impl Cache {
    pub fn new() -> Self {
        Self { states: Mutex::default(), changed: Condvar::new() }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let mut states = self.states.lock();
        loop {
            match states.get(key) {
                None => break,
                Some(State::Ready(v)) => return v.clone(),
                Some(State::Computing) => self.changed.wait(&mut states),
            }
        }
        states.insert(key.into(), State::Computing);
        drop(states);
        let promise = Promise { cache: self, key };
        let value = compute();
        promise.keep(value)
    }
}
