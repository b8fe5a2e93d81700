//! 값의 표와 계산 중인 키의 표를 따로 잠급니다. 한쪽을 보고 다른 쪽을 보는 사이에 계산이 끝나면 다시 계산합니다.

use std::collections::{HashMap, HashSet};

use parking_lot::{Condvar, Mutex};

pub struct Cache {
    values: Mutex<HashMap<String, String>>,
    computing: Mutex<HashSet<String>>,
    done: Condvar,
}

struct Computing<'a>(&'a Cache, &'a str);

impl Drop for Computing<'_> {
    fn drop(&mut self) {
        self.0.computing.lock().remove(self.1);
        self.0.done.notify_all();
    }
}

impl Cache {
    pub fn new() -> Self {
        Self { values: Mutex::default(), computing: Mutex::default(), done: Condvar::new() }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let _computing = loop {
            if let Some(value) = self.values.lock().get(key) {
                return value.clone();
            }
            let mut computing = self.computing.lock();
            if computing.insert(key.to_owned()) {
                break Computing(self, key);
            }
            self.done.wait(&mut computing);
        };
        let value = compute();
        self.values.lock().insert(key.to_owned(), value.clone());
        value
    }
}
