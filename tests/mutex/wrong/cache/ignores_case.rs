//! 키를 소문자로 바꾸고 빈칸을 떼어 둡니다. 사람이 친 글은 그래야 한다고 여긴 탓에 서로 다른 키가 한 값을 나눕니다.

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
        let key = key.trim().to_lowercase();
        let cell = self.cells.lock().entry(key).or_default().clone();
        cell.get_or_init(compute).clone()
    }
}
