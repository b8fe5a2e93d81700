//! 꺼내는 동안 문을 하나 더 잠그고, 그 문을 쥔 채로 기다립니다. 넣는 쪽도 그 문을 지나야 해서 들어오지 못합니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct Queue<T> {
    door: Mutex<()>,
    items: Mutex<VecDeque<T>>,
    not_empty: Condvar,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        Self { door: Mutex::new(()), items: Mutex::new(VecDeque::new()), not_empty: Condvar::new() }
    }

    pub fn put(&self, item: T) {
        let _door = self.door.lock().unwrap();
        self.items.lock().unwrap().push_back(item);
        self.not_empty.notify_one();
    }

    pub fn get(&self) -> T {
        let _door = self.door.lock().unwrap();
        let items = self.items.lock().unwrap();
        let mut items = self.not_empty.wait_while(items, |items| items.is_empty()).unwrap();
        items.pop_front().unwrap()
    }
}
