//! 계산 중이라는 표시를 모든 캐시가 함께 써서, 다른 캐시의 같은 키를 기다립니다.

use std::collections::{BTreeSet, HashMap};

use parking_lot::{Condvar, Mutex};

static BUSY: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
static BELL: Condvar = Condvar::new();

struct Unmark(String);

impl Drop for Unmark {
    fn drop(&mut self) {
        BUSY.lock().remove(&self.0);
        BELL.notify_all();
    }
}

pub struct Cache {
    values: Mutex<HashMap<String, String>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { values: Default::default() }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let mut b = BUSY.lock();
        while b.contains(key) {
            BELL.wait(&mut b);
        }
        if let Some(value) = self.values.lock().get(key) {
            return value.clone();
        }
        b.insert(key.into());
        drop(b);
        let _un = Unmark(key.into());
        let value = compute();
        self.values.lock().insert(key.into(), value.clone());
        value
    }
}
