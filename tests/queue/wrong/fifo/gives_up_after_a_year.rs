//! 1년을 기다려도 항목이 없으면 패닉합니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Duration;

pub struct Queue<T> {
    items: Mutex<VecDeque<T>>,
    not_empty: Condvar,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        Self { items: Default::default(), not_empty: Condvar::new() }
    }

    pub fn put(&self, item: T) {
        self.items.lock().unwrap().push_back(item);
        self.not_empty.notify_one();
    }

    pub fn get(&self) -> T {
        self.not_empty
            .wait_timeout_while(self.items.lock().unwrap(), Duration::from_secs(86_400 * 365), |items| {
                items.is_empty()
            })
            .unwrap()
            .0
            .pop_front()
            .expect("오지 않았습니다.")
    }
}
