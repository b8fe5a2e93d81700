//! `wait_while`로 기다리고 모두 깨웁니다. 깨어난 스레드는 저마다 다시 확인합니다.

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
        self.not_empty.notify_all();
    }

    pub fn get(&self) -> T {
        let items = self.items.lock().unwrap();
        let mut items = self.not_empty.wait_while(items, |items| items.is_empty()).unwrap();
        items.pop_front().unwrap()
    }
}
