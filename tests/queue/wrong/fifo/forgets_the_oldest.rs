//! 1024개가 차면 가장 오래된 것을 버립니다.

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
        let mut i = self.items.lock().unwrap();
        if i.len() == 1024 {
            i.pop_front();
        }
        i.push_back(item);
        drop(i);
        self.filled.notify_one();
    }
    pub fn get(&self) -> T {
        let mut items = self.items.lock().unwrap();
        while items.is_empty() {
            items = self.filled.wait(items).unwrap();
        }
        items.pop_front().unwrap()
    }
}
