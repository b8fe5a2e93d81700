//! 계산하다 패닉하면 계산 중이라는 표시가 남습니다. 파이썬에서 `finally` 없이 표시를 지운 것과 같습니다.

use std::collections::HashMap;

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
        let value = compute();
        self.entries.lock().insert(key.to_owned(), Entry::Ready(value.clone()));
        self.computed.notify_all();
        value
    }
}
