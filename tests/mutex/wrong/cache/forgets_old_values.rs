//! 오래된 값은 버립니다. 파이썬의 `lru_cache`처럼 128개까지만 기억하면 된다고 여긴 것입니다.

use std::collections::VecDeque;
use std::sync::{Arc, OnceLock};

use parking_lot::Mutex;

const MAX_SIZE: usize = 128;

type Cell = Arc<OnceLock<String>>;

pub struct Cache {
    cells: Mutex<VecDeque<(String, Cell)>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { cells: Mutex::new(VecDeque::new()) }
    }

    fn cell(&self, key: &str) -> Cell {
        let mut cells = self.cells.lock();
        if let Some((_, cell)) = cells.iter().find(|(old, _)| old == key) {
            return cell.clone();
        }
        if cells.len() == MAX_SIZE {
            cells.pop_front();
        }
        cells.push_back((key.to_owned(), Cell::default()));
        cells.back().unwrap().1.clone()
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        self.cell(key).get_or_init(compute).clone()
    }
}
