use std::sync::Mutex;

pub struct Queue {
    pub items: Mutex<Vec<u64>>,
}

impl Queue {
    pub fn put(&self, item: u64) {
        items.push(item);
    }
}
