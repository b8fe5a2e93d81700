//! 칸마다 `Once`를 둡니다. 패닉한 뒤에도 `call_once_force`로 다시 계산합니다.

use std::collections::HashMap;
use std::sync::{Arc, Once};

use parking_lot::{Mutex, RwLock};

#[derive(Default)]
struct Cell {
    value: RwLock<String>,
    computed: Computed,
}

struct Computed(Once);

impl Default for Computed {
    fn default() -> Self {
        Self(Once::new())
    }
}

pub struct Cache {
    cells: Mutex<HashMap<String, Arc<Cell>>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { cells: Mutex::new(HashMap::new()) }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let cell = Arc::clone(self.cells.lock().entry(key.to_owned()).or_default());
        cell.computed.0.call_once_force(|_| *cell.value.write() = compute());
        cell.value.read().clone()
    }
}
