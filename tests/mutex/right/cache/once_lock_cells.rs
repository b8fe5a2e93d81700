//! 칸마다 `OnceLock`을 둡니다. 한 번만 계산하고, 패닉하면 다음 스레드가 다시 계산합니다.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

pub struct Cache {
    values: Mutex<HashMap<String, Arc<OnceLock<String>>>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { values: Mutex::new(HashMap::new()) }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let cell = Arc::clone(self.values.lock().unwrap().entry(key.to_owned()).or_default());
        cell.get_or_init(compute).clone()
    }
}
