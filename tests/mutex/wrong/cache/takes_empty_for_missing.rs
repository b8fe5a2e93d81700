//! 빈 문자열을 없는 것으로 봅니다. 파이썬의 `if not value:`처럼 썼더니 빈 값은 부를 때마다 다시 계산합니다.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::Mutex;

pub struct Cache {
    values: Mutex<HashMap<String, Arc<Mutex<String>>>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { values: Mutex::new(HashMap::new()) }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let value = Arc::clone(self.values.lock().entry(key.to_owned()).or_default());
        let mut value = value.lock();
        if value.is_empty() {
            *value = compute();
        }
        value.clone()
    }
}
