//! 비어 있으면 10밀리초 자고 다시 묻습니다. 들어온 바로 그때 깨어나지 못하고, 기다리는 동안에도 일합니다.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

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
            thread::sleep(Duration::from_millis(10));
        }
    }
}
