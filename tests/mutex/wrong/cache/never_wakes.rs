//! 값만 넣고 깨우지 않습니다. 파이썬의 `dict`가 바뀌면 기다리던 쪽이 알아챈다고 여긴 것입니다.

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
        result.unwrap_or_else(|panic| panic::resume_unwind(panic))
    }
}
