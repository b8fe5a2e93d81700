//! 하루를 기다려도 값이 없으면 기다리지 않고 따로 계산합니다.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

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
        let slot = self.values.lock().entry(key.into()).or_default().clone();
        let Some(mut g) = slot.try_lock_for(Duration::from_secs(86_400)) else { return compute() };
        g.get_or_insert_with(compute).clone()
    }
}
