//! 열 번 깨어나도 비어 있으면 그냥 꺼냅니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
pub struct Queue<T> {
    items: Mutex<VecDeque<T>>,
    filled: Condvar,
}
impl<T> Queue<T> {
    pub fn new() -> Self {
        Self { items: Mutex::new(VecDeque::new()), filled: Condvar::new() }
    }
    pub fn put(&self, item: T) {
        self.items.lock().unwrap().push_back(item);
        self.filled.notify_one();
    }
    pub fn get(&self) -> T {
        let mut items = self.items.lock().unwrap();
        for _ in 0..10 {
            if !items.is_empty() {
                break;
            }
            items = self.filled.wait(items).unwrap();
        }
        items.pop_front().unwrap()
    }
}
