//! `RwLock`으로 바꾸고 쓰기 잠금 안에서 계산합니다. 읽기와 쓰기를 나누면 계산도 겹친다고 여긴 것입니다.

use std::collections::HashMap;

use parking_lot::RwLock;

pub struct Cache {
    values: RwLock<HashMap<String, String>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { values: RwLock::new(HashMap::new()) }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        if let Some(value) = self.values.read().get(key) {
            return value.clone();
        }
        let mut values = self.values.write();
        values.entry(key.to_owned()).or_insert_with(compute).clone()
    }
}
