//! 빈 키는 없는 키라며 패닉합니다. 파이썬의 `if not key: raise ValueError`처럼 쓴 것입니다.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use parking_lot::Mutex;

pub struct Cache {
    cells: Mutex<HashMap<String, Arc<OnceLock<String>>>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { cells: Mutex::default() }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        assert!(!key.is_empty(), "키가 비어 있습니다.");
        let cell = self.cells.lock().entry(key.to_owned()).or_default().clone();
        cell.get_or_init(compute).clone()
    }
}
