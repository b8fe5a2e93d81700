//! `try_put`이 먼저 넣고, 넘치면 도로 뺍니다. 그 사이에 다른 스레드가 넘친 큐를 봅니다.

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
    not_empty: Condvar,
    not_full: Condvar,
}

impl<T> Queue<T> {
    pub fn new(maxsize: usize) -> Self {
        let (not_empty, not_full) = (Condvar::new(), Condvar::new());
        Self { maxsize, items: Mutex::new(VecDeque::new()), not_empty, not_full }
    }

    pub fn qsize(&self) -> usize {
        self.items.lock().unwrap().len()
    }

    fn is_full(&self, items: &VecDeque<T>) -> bool {
        self.maxsize > 0 && items.len() >= self.maxsize
    }

    pub fn put(&self, item: T) {
        let items = self.items.lock().unwrap();
        self.not_full.wait_while(items, |items| self.is_full(items)).unwrap().push_back(item);
        self.not_empty.notify_one();
    }

    pub fn try_put(&self, item: T) -> Result<(), Full<T>> {
        self.items.lock().unwrap().push_back(item);
        let mut items = self.items.lock().unwrap();
        if self.maxsize > 0 && items.len() > self.maxsize {
            return Err(Full(items.pop_back().unwrap()));
        }
        self.not_empty.notify_one();
        Ok(())
    }

    pub fn put_timeout(&self, item: T, limit: Duration) -> Result<(), Full<T>> {
        let items = self.items.lock().unwrap();
        let waited = self.not_full.wait_timeout_while(items, limit, |items| self.is_full(items));
        let mut items = waited.unwrap().0;
        if self.is_full(&items) {
            return Err(Full(item));
        }
        items.push_back(item);
        self.not_empty.notify_one();
        Ok(())
    }

    pub fn get(&self) -> T {
        let items = self.items.lock().unwrap();
        let mut items = self.not_empty.wait_while(items, |items| items.is_empty()).unwrap();
        self.not_full.notify_one();
        items.pop_front().unwrap()
    }

    pub fn try_get(&self) -> Result<T, Empty> {
        let item = self.items.lock().unwrap().pop_front().ok_or(Empty)?;
        self.not_full.notify_one();
        Ok(item)
    }

    pub fn get_timeout(&self, limit: Duration) -> Result<T, Empty> {
        let items = self.items.lock().unwrap();
        let waited = self.not_empty.wait_timeout_while(items, limit, |items| items.is_empty());
        let item = waited.unwrap().0.pop_front().ok_or(Empty)?;
        self.not_full.notify_one();
        Ok(item)
    }
}
