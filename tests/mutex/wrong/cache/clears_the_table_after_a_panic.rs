//! 계산이 패닉하면 표를 모두 지웁니다. 무엇이 망가졌는지 모르니 처음부터 다시 하는 것이 안전하다고 여긴 것입니다.

use std::collections::HashMap;
use std::panic::{self, AssertUnwindSafe};
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
        let value = Arc::clone(self.values.lock().entry(key.to_owned()).or_default());
        let mut value = value.lock();
        if value.is_none() {
            match panic::catch_unwind(AssertUnwindSafe(compute)) {
                Ok(computed) => *value = Some(computed),
                Err(payload) => {
                    self.values.lock().clear();
                    panic::resume_unwind(payload);
                }
            }
        }
        value.clone().unwrap()
    }
}
