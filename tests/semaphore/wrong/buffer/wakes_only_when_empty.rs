//! 비어 있을 때 넣은 것만 알립니다. 잇달아 넣으면 둘째는 아무도 깨우지 않습니다.

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
        if items.len() == 1 {
            self.came.notify_one();
        }
    }

    pub fn take(&self) -> T {
        let items = self.items.lock().unwrap();
        let mut items = self.came.wait_while(items, |items| items.is_empty()).unwrap();
        let item = items.pop_front().unwrap();
        self.left.notify_one();
        item
    }
}
