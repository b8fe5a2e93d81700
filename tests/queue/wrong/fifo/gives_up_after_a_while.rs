//! 100밀리초만 기다려 보고, 그래도 비어 있으면 패닉합니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Duration;

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
        let limit = Duration::from_millis(100);
        let waited = self.not_empty.wait_timeout_while(items, limit, |items| items.is_empty());
        waited.unwrap().0.pop_front().expect("아직 비어 있습니다.")
    }
}
