//! 비었으면 기다렸다가 다시 시도합니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard};

pub struct Queue<T> {
    items: Mutex<VecDeque<T>>,
    came: Condvar,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        Self { items: Default::default(), came: Default::default() }
    }

    fn pop(&self, mut items: MutexGuard<'_, VecDeque<T>>) -> T {
        let Some(item) = items.pop_front() else {
            return self.pop(self.came.wait(items).unwrap());
        };
        item
    }

    pub fn put(&self, item: T) {
        self.items.lock().unwrap().extend([item]);
        self.came.notify_one();
    }

    pub fn get(&self) -> T {
        self.pop(self.items.lock().unwrap())
    }
}
