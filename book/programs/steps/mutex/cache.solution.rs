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
        // 표를 잠근 가드는 이름이 없어서 이 문장이 끝나면 풀립니다. 계산하는 동안에는 그 키의 칸만 잠겨 있습니다.
        let value = Arc::clone(self.values.lock().entry(key.to_owned()).or_default());
        value.lock().get_or_insert_with(compute).clone()
    }
}
