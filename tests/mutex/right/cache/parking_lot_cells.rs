//! `parking_lot`: 표는 블록 안에서만 잠그고, 계산하는 동안에는 그 키의 칸만 잠급니다.

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
        let cell = {
            let mut values = self.values.lock();
            values.entry(key.to_owned()).or_default().clone()
        };
        let mut value = cell.lock();
        if value.is_none() {
            *value = Some(compute());
        }
        value.clone().unwrap()
    }
}
