//! 깨어나면 들었는지 다시 보지 않습니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct Buffer<T> {
    size: usize,
    items: Mutex<VecDeque<T>>,
    changed: Condvar,
}

impl<T> Buffer<T> {
    pub fn new(size: usize) -> Self {
        Self { size, items: Mutex::new(VecDeque::new()), changed: Condvar::new() }
    }

    pub fn put(&self, item: T) {
        let items = self.items.lock().unwrap();
        let mut items = self.changed.wait_while(items, |items| items.len() == self.size).unwrap();
        items.push_back(item);
        self.changed.notify_all();
    }

    pub fn take(&self) -> T {
        let items = self.items.lock().unwrap();
        let mut items = items;
        if items.is_empty() {
            items = self.changed.wait(items).unwrap();
        }
        let item = items.pop_front().unwrap();
        self.changed.notify_all();
        item
    }
}
