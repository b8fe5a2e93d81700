//! 여덟 번 깨어나도 가득 찼으면 그냥 넣습니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
pub struct Buffer<T> {
    size: usize,
    items: Mutex<VecDeque<T>>,
    changed: Condvar,
}
impl<T> Buffer<T> {
    pub fn new(size: usize) -> Self {
        Self { size, items: Mutex::new(VecDeque::new()), changed: Condvar::new() }
    }
    pub fn put(&self, item: T) {
        let mut items = self.items.lock().unwrap();
        let mut tries = 0;
        while items.len() >= self.size && tries < 8 {
            items = self.changed.wait(items).unwrap();
            tries += 1;
        }
        items.push_back(item);
        self.changed.notify_all();
    }
    pub fn take(&self) -> T {
        let mut items = self.items.lock().unwrap();
        loop {
            if let Some(item) = items.pop_front() {
                self.changed.notify_all();
                return item;
            }
            items = self.changed.wait(items).unwrap();
        }
    }
}
