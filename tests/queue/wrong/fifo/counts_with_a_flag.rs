//! 몇 개가 있는지 대신 있다는 표시 하나만 둡니다. 하나를 꺼내며 표시를 지워서, 남은 항목이 있어도 기다립니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct Queue<T> {
    items: Mutex<VecDeque<T>>,
    available: Mutex<bool>,
    changed: Condvar,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        Self { items: Mutex::new(VecDeque::new()), available: Mutex::new(false), changed: Condvar::new() }
    }

    pub fn put(&self, item: T) {
        self.items.lock().unwrap().push_back(item);
        *self.available.lock().unwrap() = true;
        self.changed.notify_one();
    }

    pub fn get(&self) -> T {
        let available = self.available.lock().unwrap();
        let mut available = self.changed.wait_while(available, |available| !*available).unwrap();
        *available = false;
        self.items.lock().unwrap().pop_front().unwrap()
    }
}
