//! 표를 잠근 채로 계산합니다. 파이썬의 `with lock:` 아래에 모두 들여 쓰면 그만큼 안전하다고 여긴 것입니다.

use std::collections::HashMap;

use parking_lot::Mutex;

pub struct Cache {
    values: Mutex<HashMap<String, String>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { values: Mutex::new(HashMap::new()) }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let mut values = self.values.lock();
        if !values.contains_key(key) {
            values.insert(key.to_owned(), compute());
        }
        values[key].clone()
    }
}
