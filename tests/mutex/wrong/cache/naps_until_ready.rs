//! 계산이 끝났는지 300밀리초마다 들여다봅니다. 파이썬의 `time.sleep(0.3)`으로 기다리면 값이 나오자마자 받는다고 여긴 것입니다.

use std::collections::HashMap;
use std::panic::{self, AssertUnwindSafe};
use std::thread;
use std::time::Duration;

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
                Some(Entry::Computing) => MutexGuard::unlocked(&mut entries, || {
                    thread::sleep(Duration::from_millis(300));
                }),
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
