//! 비어 있다가 처음 들어올 때만 깨웁니다. 둘이 기다리는데 둘을 이어서 넣으면 하나는 계속 잠들어 있습니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct Queue<T> {
    items: Mutex<VecDeque<T>>,
    not_empty: Condvar,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        Self { items: Mutex::new(VecDeque::new()), not_empty: Condvar::new() }
    }

    pub fn put(&self, item: T) {
        let mut items = self.items.lock().unwrap();
        let was_empty = items.is_empty();
        items.push_back(item);
        if was_empty {
            self.not_empty.notify_one();
        }
    }

    pub fn get(&self) -> T {
        let mut items = self.items.lock().unwrap();
        loop {
            if let Some(item) = items.pop_front() {
                return item;
            }
            items = self.not_empty.wait(items).unwrap();
        }
    }
}
