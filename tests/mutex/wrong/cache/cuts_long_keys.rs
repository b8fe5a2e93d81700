//! 키의 앞 255글자만 봅니다.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::Mutex;

type Slot = Arc<Mutex<Option<String>>>;

pub struct Cache {
    values: Mutex<HashMap<String, Slot>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { values: Default::default() }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let key: String = key.chars().take(255).collect();
        let slot = self.values.lock().entry(key).or_default().clone();
        let mut g = slot.lock();
        g.get_or_insert_with(compute).clone()
    }
}
