//! 한 시간을 기다려도 값이 없으면 같은 키를 한 번 더 계산합니다.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use parking_lot::Mutex;

pub struct Cache {
    values: Mutex<HashMap<String, Arc<Mutex<Option<String>>>>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { values: Mutex::new(HashMap::new()) }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let cell = self.values.lock().entry(key.to_owned()).or_default().clone();
        match cell.try_lock_for(Duration::from_secs(3600)) {
            Some(mut value) => value.get_or_insert_with(compute).clone(),
            None => compute(),
        }
    }
}
