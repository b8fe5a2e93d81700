//! 칸을 잠근 다음에야 표를 풉니다. 계산 중인 칸을 기다리는 스레드가 표를 쥐고 있어서, 상관없는 키까지 기다립니다.

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
        drop(values);
        value.get_or_insert_with(compute).clone()
    }
}
