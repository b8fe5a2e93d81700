use std::sync::{Condvar, Mutex};

pub struct Queue {
    pub items: Mutex<Vec<u64>>,
    pub changed: Condvar,
}

impl Queue {
    fn is_full(&self, items: &mut Vec<u64>) -> bool {
        items.len() > 3
    }

    pub fn put(&self, item: u64) {
        let items = self.items.lock().unwrap();
        let mut items = self.changed.wait_while(items, |items| self.is_full(items)).unwrap();
        items.push(item);
    }
}
