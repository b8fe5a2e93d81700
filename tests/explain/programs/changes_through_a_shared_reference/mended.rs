use std::sync::Mutex;

pub struct Queue {
    items: Mutex<Vec<u64>>,
}

impl Queue {
    pub fn put(&self, item: u64) {
        self.items.lock().unwrap().push(item);
    }
}
