//! 있는지 본 다음 풀고 계산합니다. 파이썬의 `if key not in cache:`가 넣을 때까지 참이라고 여긴 것입니다.

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
        let known = self.values.lock().get(key).cloned();
        if let Some(value) = known {
            return value;
        }
        let value = compute();
        self.values.lock().insert(key.to_owned(), value.clone());
        value
    }
}
