//! parking_lot으로, 기다리되 가끔 깨어나 다시 봅니다.

use std::collections::VecDeque;
use std::time::Duration;

use parking_lot::{Condvar, Mutex};

const NAP: Duration = Duration::from_millis(200);

pub struct Buffer<T> {
    size: usize,
    items: Mutex<VecDeque<T>>,
    came: Condvar,
    left: Condvar,
}

impl<T> Buffer<T> {
    pub fn new(size: usize) -> Self {
        Self { size, items: Mutex::new(VecDeque::new()), came: Condvar::new(), left: Condvar::new() }
    }

    pub fn put(&self, item: T) {
        let mut items = self.items.lock();
        while items.len() == self.size {
            self.left.wait_for(&mut items, NAP);
        }
        items.push_back(item);
        self.came.notify_one();
    }

    pub fn take(&self) -> T {
        let mut items = self.items.lock();
        loop {
            if let Some(item) = items.pop_front() {
                self.left.notify_one();
                return item;
            }
            self.came.wait_for(&mut items, NAP);
        }
    }
}
