//! 있는지 확인하는 잠금과 꺼내는 잠금이 따로입니다. 그 사이에 다른 스레드가 꺼내 갈 수 있습니다.

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
        let items = self.items.lock().unwrap();
        drop(self.not_empty.wait_while(items, |items| items.is_empty()).unwrap());
        self.items.lock().unwrap().pop_front().unwrap()
    }
}
