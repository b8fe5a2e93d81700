//! 기다리던 스레드는 값이 있다고 믿습니다. 앞사람의 계산이 패닉하면 파이썬의 `KeyError`처럼 함께 쓰러집니다.

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
        if entries.contains_key(key) {
            while let Some(Entry::Computing) = entries.get(key) {
                self.computed.wait(&mut entries);
            }
            let Some(Entry::Ready(value)) = entries.get(key) else {
                panic!("기다린 값이 없습니다.");
            };
            return value.clone();
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
        self.computed.notify_all();
        result.unwrap_or_else(|panic| panic::resume_unwind(panic))
    }
}
