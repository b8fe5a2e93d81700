//! 계산한 값을 복사본에 넣습니다. 파이썬의 `dict`처럼 `clone`도 같은 표를 가리킨다고 여긴 것입니다.

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
        let mut values = self.values.lock().clone();
        values.entry(key.to_owned()).or_insert_with(compute).clone()
    }
}
