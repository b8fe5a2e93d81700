//! 읽기 잠금으로 먼저 찾고, 칸이 없을 때만 쓰기 잠금으로 칸을 만듭니다.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock, RwLock};

type Cell = Arc<OnceLock<String>>;

pub struct Cache {
    cells: RwLock<BTreeMap<String, Cell>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { cells: RwLock::new(BTreeMap::new()) }
    }

    fn cell(&self, key: &str) -> Cell {
        if let Some(cell) = self.cells.read().unwrap().get(key) {
            return Arc::clone(cell);
        }
        Arc::clone(self.cells.write().unwrap().entry(key.to_owned()).or_default())
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        self.cell(key).get_or_init(compute).clone()
    }
}
