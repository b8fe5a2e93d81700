//! 계산하다 패닉한 칸을 `unwrap`합니다. 파이썬의 `with lock:`처럼 다음 사람은 모른다고 여긴 것입니다.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

pub struct Cache {
    values: Mutex<HashMap<String, Arc<Mutex<Option<String>>>>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { values: Mutex::new(HashMap::new()) }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let value = Arc::clone(self.values.lock().unwrap().entry(key.to_owned()).or_default());
        let mut value = value.lock().unwrap();
        value.get_or_insert_with(compute).clone()
    }
}
