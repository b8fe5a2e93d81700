//! `parking_lot`의 잠금과 조건 변수입니다. 가드를 빌려주고 기다립니다.

use std::collections::VecDeque;

use parking_lot::{Condvar, Mutex};

pub struct Queue<T> {
    items: Mutex<VecDeque<T>>,
    not_empty: Condvar,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        Self { items: Mutex::new(VecDeque::new()), not_empty: Condvar::new() }
    }

    pub fn put(&self, item: T) {
        let mut items = self.items.lock();
        items.push_back(item);
        self.not_empty.notify_one();
    }

    pub fn get(&self) -> T {
        let mut items = self.items.lock();
        while items.is_empty() {
            self.not_empty.wait(&mut items);
        }
        items.pop_front().expect("비어 있지 않습니다.")
    }
}
