//! 계산 중이라는 표시를 남기고 조건 변수로 기다립니다. 표시는 `Drop`이 지우므로 패닉해도 남지 않습니다.

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
        let marker = Marker { cache: self, key };
        let value = compute();
        self.entries.lock().insert(key.to_owned(), Entry::Ready(value.clone()));
        drop(marker);
        value
    }
}

struct Marker<'a> {
    cache: &'a Cache,
    key: &'a str,
}

impl Drop for Marker<'_> {
    fn drop(&mut self) {
        let mut entries = self.cache.entries.lock();
        if let Some(Entry::Computing) = entries.get(self.key) {
            entries.remove(self.key);
        }
        drop(entries);
        self.cache.computed.notify_all();
    }
}
