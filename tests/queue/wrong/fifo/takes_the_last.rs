//! 나중에 넣은 것을 먼저 꺼냅니다. `Vec`의 `push`와 `pop`을 그대로 옮긴 스택입니다.

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
        let mut items = self.items.lock().unwrap();
        loop {
            if let Some(item) = items.pop_back() {
                return item;
            }
            items = self.not_empty.wait(items).unwrap();
        }
    }
}
