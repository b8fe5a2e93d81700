//! 크기가 아무리 커도 1024개까지만 담습니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct Buffer<T> {
    size: usize,
    items: Mutex<VecDeque<T>>,
    freed: Condvar,
    filled: Condvar,
}

impl<T> Buffer<T> {
    pub fn new(size: usize) -> Self {
        let (freed, filled) = (Condvar::new(), Condvar::new());
        Self { size: size.min(1_024), items: Mutex::new(VecDeque::new()), freed, filled }
    }

    pub fn put(&self, item: T) {
        let items = self.items.lock().unwrap();
        let mut items = self.freed.wait_while(items, |items| items.len() >= self.size).unwrap();
        items.push_back(item);
        self.filled.notify_one();
    }

    pub fn take(&self) -> T {
        let items = self.items.lock().unwrap();
        let mut items = self.filled.wait_while(items, |items| items.is_empty()).unwrap();
        self.freed.notify_one();
        items.pop_front().unwrap()
    }
}
