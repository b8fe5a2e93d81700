use std::sync::{Condvar, Mutex};

pub struct Queue {
    items: Mutex<Vec<u64>>,
    not_empty: Condvar,
}

impl Queue {
    pub fn new() -> Self {
        Self { items: Mutex::new(Vec::new()), not_empty: Condvar::new() }
    }

    pub fn put(&self, item: u64) {
        self.items.lock().unwrap().push(item);
        self.not_empty.notify_one();
    }
}
