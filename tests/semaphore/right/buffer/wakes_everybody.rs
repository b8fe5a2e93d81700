//! 조건 변수 하나로 모두 깨웁니다.

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
        let mut items = self.changed.wait_while(items, |items| items.is_empty()).unwrap();
        let item = items.pop_front().unwrap();
        self.changed.notify_all();
        item
    }
}
