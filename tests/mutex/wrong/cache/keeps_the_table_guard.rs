//! 칸을 따로 잠그면서도 표의 가드를 놓지 않습니다. 파이썬 변수처럼 더 쓰지 않으면 상관없다고 여긴 것입니다.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::Mutex;

pub struct Cache {
    values: Mutex<HashMap<String, Arc<Mutex<Option<String>>>>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { values: Mutex::new(HashMap::new()) }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let mut values = self.values.lock();
        let value = Arc::clone(values.entry(key.to_owned()).or_default());
        let mut value = value.lock();
        value.get_or_insert_with(compute).clone()
    }
}
