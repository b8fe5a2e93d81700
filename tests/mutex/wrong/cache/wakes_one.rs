//! 다 계산하고 하나만 깨웁니다. 파이썬의 `notify()` 하나로 기다리던 모두가 알게 된다고 여긴 것입니다.

use std::collections::HashMap;
use std::panic::{self, AssertUnwindSafe};

use parking_lot::{Condvar, Mutex};

enum Entry {
    Computing,
    Ready(String),
}

pub struct Cache {
    entries: Mutex<HashMap<String, Entry>>,
    computed: Condvar,
}

impl Cache {
    pub fn new() -> Self {
        Self { entries: Mutex::new(HashMap::new()), computed: Condvar::new() }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let mut entries = self.entries.lock();
        loop {
            match entries.get(key) {
                Some(Entry::Ready(value)) => return value.clone(),
                Some(Entry::Computing) => self.computed.wait(&mut entries),
                None => break,
            }
        }
        entries.insert(key.to_owned(), Entry::Computing);
        drop(entries);
        let result = panic::catch_unwind(AssertUnwindSafe(compute));
        let mut entries = self.entries.lock();
        match &result {
            Ok(value) => entries.insert(key.to_owned(), Entry::Ready(value.clone())),
            Err(_) => entries.remove(key),
        };
        drop(entries);
        self.computed.notify_one();
        result.unwrap_or_else(|panic| panic::resume_unwind(panic))
    }
}
