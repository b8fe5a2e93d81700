//! 하루가 지난 값은 버리고 다시 계산합니다.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use parking_lot::Mutex;

type Slot = Arc<Mutex<Option<String>>>;

pub struct Cache {
    values: Mutex<HashMap<String, (std::time::Instant, Slot)>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { values: Default::default() }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let slot = {
            let mut values = self.values.lock();
            let now = std::time::Instant::now();
            if values.get(key).is_some_and(|x| now - x.0 > Duration::from_secs(86_400)) {
                values.remove(key);
            }
            values.entry(key.into()).or_insert_with(|| (now, Slot::default())).1.clone()
        };
        let mut g = slot.lock();
        g.get_or_insert_with(compute).clone()
    }
}
