//! 조건 변수 둘로 두 쪽을 따로 깨웁니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct Buffer<T> {
    size: usize,
    items: Mutex<VecDeque<T>>,
    came: Condvar,
    left: Condvar,
}

impl<T> Buffer<T> {
    pub fn new(size: usize) -> Self {
        Self { size, items: Mutex::new(VecDeque::new()), came: Condvar::new(), left: Condvar::new() }
    }

    pub fn put(&self, item: T) {
        let items = self.items.lock().unwrap();
        let mut items = self.left.wait_while(items, |items| items.len() == self.size).unwrap();
        items.push_back(item);
        self.came.notify_one();
    }

    pub fn take(&self) -> T {
        let items = self.items.lock().unwrap();
        let mut items = self.came.wait_while(items, |items| items.is_empty()).unwrap();
        let item = items.pop_front().unwrap();
        self.left.notify_one();
        item
    }
}
