//! 계산을 마치면 키의 잠금을 표에서 지운 다음에 값을 담습니다. 그 사이에 온 스레드는 새 잠금을 만들어 다시 계산합니다.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::Mutex;

pub struct Cache {
    values: Mutex<HashMap<String, String>>,
    locks: Mutex<HashMap<String, Arc<Mutex<()>>>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { values: Mutex::default(), locks: Mutex::default() }
    }

    fn find(&self, key: &str) -> Option<String> {
        self.values.lock().get(key).cloned()
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let lock = Arc::clone(self.locks.lock().entry(key.to_owned()).or_default());
        let _mine = lock.lock();
        if let Some(value) = self.find(key) {
            return value;
        }
        let value = compute();
        self.locks.lock().remove(key);
        self.values.lock().insert(key.to_owned(), value.clone());
        value
    }
}
