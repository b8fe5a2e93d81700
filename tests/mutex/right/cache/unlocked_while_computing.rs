//! 표시를 남긴 다음, 계산하는 동안만 표의 가드를 풀어 둡니다.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use parking_lot::{Condvar, Mutex, MutexGuard};

pub struct Cache {
    values: Mutex<HashMap<String, Option<String>>>,
    changed: Condvar,
}

impl Cache {
    pub fn new() -> Self {
        Self { values: Mutex::new(HashMap::new()), changed: Condvar::new() }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let mut values = self.values.lock();
        self.changed.wait_while(&mut values, |values| values.get(key) == Some(&None));
        if let Some(Some(value)) = values.get(key) {
            return value.clone();
        }
        values.insert(key.to_owned(), None);
        let outcome = MutexGuard::unlocked(&mut values, || catch_unwind(AssertUnwindSafe(compute)));
        self.changed.notify_all();
        match outcome {
            Ok(value) => {
                values.insert(key.to_owned(), Some(value.clone()));
                value
            }
            Err(panic) => {
                values.remove(key);
                drop(values);
                resume_unwind(panic)
            }
        }
    }
}
