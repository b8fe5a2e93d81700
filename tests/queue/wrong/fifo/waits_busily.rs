//! 비어 있으면 쉬지 않고 다시 묻습니다. 파이썬의 `while q.empty(): pass`입니다.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread;

pub struct Queue<T> {
    items: Mutex<VecDeque<T>>,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        Self { items: Mutex::new(VecDeque::new()) }
    }

    pub fn put(&self, item: T) {
        self.items.lock().unwrap().push_back(item);
    }

    pub fn get(&self) -> T {
        loop {
            let item = self.items.lock().unwrap().pop_front();
            if let Some(item) = item {
                return item;
            }
            thread::yield_now();
        }
    }
}
