//! 잠들기 전에 몇 번만 더 확인합니다. 몇 번인지 정해져 있고, 그다음에는 잠듭니다.

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
        for _ in 0..3 {
            if let Some(item) = self.items.lock().unwrap().pop_front() {
                return item;
            }
            std::hint::spin_loop();
        }
        let items = self.items.lock().unwrap();
        let mut items = self.not_empty.wait_while(items, |items| items.is_empty()).unwrap();
        items.pop_front().unwrap()
    }
}
