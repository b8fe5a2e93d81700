//! 모든 키를 조건 변수 하나로 기다리면서 하나만 깨웁니다. 깨어난 것이 다른 키의 스레드면, 깨웠어야 할 스레드는 그대로 잡니다.

use std::collections::HashMap;

use parking_lot::{Condvar, Mutex};

enum Entry {
    Computing,
    Ready(String),
}

pub struct Cache {
    values: Mutex<HashMap<String, Entry>>,
    changed: Condvar,
}

struct Clears<'a>(&'a Cache, &'a str);

impl Drop for Clears<'_> {
    fn drop(&mut self) {
        self.0.values.lock().remove(self.1);
        self.0.changed.notify_all();
    }
}

impl Cache {
    pub fn new() -> Self {
        Self { values: Mutex::new(HashMap::new()), changed: Condvar::new() }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let mut values = self.values.lock();
        loop {
            match values.get(key) {
                Some(Entry::Ready(value)) => {
                    let value = value.clone();
                    drop(values);
                    self.changed.notify_one();
                    return value;
                }
                Some(Entry::Computing) => self.changed.wait(&mut values),
                None => break,
            }
        }
        values.insert(key.to_owned(), Entry::Computing);
        drop(values);
        let clears = Clears(self, key);
        let value = compute();
        std::mem::forget(clears);
        self.values.lock().insert(key.to_owned(), Entry::Ready(value.clone()));
        self.changed.notify_one();
        value
    }
}
