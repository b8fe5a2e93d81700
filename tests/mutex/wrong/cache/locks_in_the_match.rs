//! `match`에 바로 쓴 가드가 `match` 끝까지 살아서 같은 잠금을 두 번 잠급니다. 파이썬처럼 값을 얻으면 풀린다고 여긴 것입니다.

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
        match self.values.lock().get(key) {
            Some(value) => value.clone(),
            None => {
                let value = compute();
                self.values.lock().insert(key.to_owned(), value.clone());
                value
            }
        }
    }
}
