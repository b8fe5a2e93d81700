//! 가득 차면 자리가 날 때까지 쉬지 않고 봅니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;

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
        let mut items = self.items.lock().unwrap();
        while items.len() == self.size {
            drop(items);
            thread::yield_now();
            items = self.items.lock().unwrap();
        }
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
