//! 만 개가 들어 있으면 `put`이 기다립니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct Queue<T> {
    items: Mutex<VecDeque<T>>,
    not_empty: Condvar,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        Self { items: Default::default(), not_empty: Condvar::new() }
    }

    pub fn put(&self, item: T) {
        let mut g =
            self.not_empty.wait_while(self.items.lock().unwrap(), |items| items.len() >= 10_000).unwrap();
        g.push_back(item);
        self.not_empty.notify_all();
    }

    pub fn get(&self) -> T {
        let r = self
            .not_empty
            .wait_while(self.items.lock().unwrap(), |items| items.is_empty())
            .unwrap()
            .pop_front()
            .unwrap();
        self.not_empty.notify_all();
        r
    }
}
