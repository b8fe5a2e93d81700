//! 조건 변수 하나로 양쪽이 기다리고, 언제나 모두를 깨웁니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub struct Full<T>(pub T);

#[derive(Debug, PartialEq, Eq)]
pub struct Empty;

pub struct Queue<T> {
    maxsize: usize,
    items: Mutex<VecDeque<T>>,
    changed: Condvar,
}

impl<T> Queue<T> {
    pub fn new(maxsize: usize) -> Self {
        Self { maxsize, items: Mutex::new(VecDeque::new()), changed: Condvar::new() }
    }

    pub fn qsize(&self) -> usize {
        self.items.lock().unwrap().len()
    }

    fn is_full(&self, items: &VecDeque<T>) -> bool {
        self.maxsize > 0 && items.len() >= self.maxsize
    }

    pub fn put(&self, item: T) {
        let items = self.items.lock().unwrap();
        let mut items = self.changed.wait_while(items, |items| self.is_full(items)).unwrap();
        items.push_back(item);
        self.changed.notify_all();
    }

    pub fn try_put(&self, item: T) -> Result<(), Full<T>> {
        let mut items = self.items.lock().unwrap();
        if self.is_full(&items) {
            return Err(Full(item));
        }
        items.push_back(item);
        self.changed.notify_all();
        Ok(())
    }

    pub fn put_timeout(&self, item: T, limit: Duration) -> Result<(), Full<T>> {
        let items = self.items.lock().unwrap();
        let waited = self.changed.wait_timeout_while(items, limit, |items| self.is_full(items));
        let (mut items, result) = waited.unwrap();
        if result.timed_out() {
            return Err(Full(item));
        }
        items.push_back(item);
        self.changed.notify_all();
        Ok(())
    }

    pub fn get(&self) -> T {
        let items = self.items.lock().unwrap();
        let mut items = self.changed.wait_while(items, |items| items.is_empty()).unwrap();
        let item = items.pop_front().unwrap();
        self.changed.notify_all();
        item
    }

    pub fn try_get(&self) -> Result<T, Empty> {
        let item = self.items.lock().unwrap().pop_front().ok_or(Empty)?;
        self.changed.notify_all();
        Ok(item)
    }

    pub fn get_timeout(&self, limit: Duration) -> Result<T, Empty> {
        let items = self.items.lock().unwrap();
        let waited = self.changed.wait_timeout_while(items, limit, |items| items.is_empty());
        let item = waited.unwrap().0.pop_front().ok_or(Empty)?;
        self.changed.notify_all();
        Ok(item)
    }
}
