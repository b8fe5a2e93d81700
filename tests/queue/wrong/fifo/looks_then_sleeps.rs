//! 비었는지 확인하고 잠금을 놓은 다음에 기다립니다. 그 사이에 들어온 항목의 알림은 지나가 버립니다.

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
        self.items.lock().unwrap().push_back(item);
        self.not_empty.notify_one();
    }

    pub fn get(&self) -> T {
        loop {
            let item = self.items.lock().unwrap().pop_front();
            if let Some(item) = item {
                return item;
            }
            let items = self.items.lock().unwrap();
            drop(self.not_empty.wait(items).unwrap());
        }
    }
}
