//! 계산한 뒤에 한 번 더 확인하고 넣습니다. 값은 하나만 남지만, 두 번 확인하면 두 번 계산하지 않는다고 여긴 것입니다.

use std::collections::HashMap;

use parking_lot::Mutex;

pub struct Cache {
    values: Mutex<HashMap<String, String>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { values: Mutex::new(HashMap::new()) }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        if let Some(value) = self.values.lock().get(key) {
            return value.clone();
        }
        let computed = compute();
        self.values.lock().entry(key.to_owned()).or_insert(computed).clone()
    }
}
