//! 키를 해시해서 잠금 1024개를 나누어 쓰므로, 어떤 두 키는 서로 기다립니다.

use std::collections::HashMap;

use parking_lot::Mutex;

pub struct Cache {
    values: Mutex<HashMap<String, String>>,
    locks: Vec<Mutex<()>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { values: Default::default(), locks: (0..1024).map(|_| Mutex::new(())).collect() }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let hash = key.bytes().fold(7usize, |hash, b| hash.wrapping_mul(31).wrapping_add(b as usize)) % 1024;
        let _g = self.locks[hash].lock();
        if let Some(value) = self.values.lock().get(key) {
            return value.clone();
        }
        let value = compute();
        self.values.lock().insert(key.into(), value.clone());
        value
    }
}
