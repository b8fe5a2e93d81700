//! 계산이 끝날 때까지 쉬지 않고 들여다봅니다. 파이썬의 `while key not in cache: pass`도 기다림이라고 여긴 것입니다.

use std::collections::HashMap;
use std::panic::{self, AssertUnwindSafe};
use std::thread;

use parking_lot::{Mutex, MutexGuard};

enum Entry {
    Computing,
    Ready(String),
}

pub struct Cache {
    entries: Mutex<HashMap<String, Entry>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { entries: Mutex::new(HashMap::new()) }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let mut entries = self.entries.lock();
        loop {
            match entries.get(key) {
                Some(Entry::Ready(value)) => return value.clone(),
                Some(Entry::Computing) => MutexGuard::unlocked(&mut entries, thread::yield_now),
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
