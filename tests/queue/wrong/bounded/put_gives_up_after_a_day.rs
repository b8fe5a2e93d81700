//! `put_timeout`의 한도가 하루보다 길면 하루까지만 기다립니다.

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
        Self {
            maxsize,
            items: Mutex::new(VecDeque::new()),
            not_empty: Condvar::new(),
            not_full: Condvar::new(),
        }
    }
    pub fn qsize(&self) -> usize {
        self.items.lock().unwrap().len()
    }
    fn is_full(&self, items: &VecDeque<T>) -> bool {
        self.maxsize > 0 && items.len() >= self.maxsize
    }
    pub fn put(&self, item: T) {
        let mut items = self.not_full.wait_while(self.items.lock().unwrap(), |i| self.is_full(i)).unwrap();
        items.push_back(item);
        self.not_empty.notify_one();
    }
    pub fn try_put(&self, item: T) -> Result<(), Full<T>> {
        let mut items = self.items.lock().unwrap();
        if self.is_full(&items) {
            return Err(Full(item));
        }
        items.push_back(item);
        self.not_empty.notify_one();
        Ok(())
    }
    pub fn put_timeout(&self, item: T, limit: Duration) -> Result<(), Full<T>> {
        let (mut items, _) = self
            .not_full
            .wait_timeout_while(self.items.lock().unwrap(), limit.min(Duration::from_secs(86400)), |i| {
                self.is_full(i)
            })
            .unwrap();
        if self.is_full(&items) {
            return Err(Full(item));
        }
        items.push_back(item);
        self.not_empty.notify_one();
        Ok(())
    }
    pub fn get(&self) -> T {
        let mut items = self.not_empty.wait_while(self.items.lock().unwrap(), |i| i.is_empty()).unwrap();
        let item = items.pop_front().unwrap();
        self.not_full.notify_one();
        item
    }
    pub fn try_get(&self) -> Result<T, Empty> {
        let item = self.items.lock().unwrap().pop_front().ok_or(Empty)?;
        self.not_full.notify_one();
        Ok(item)
    }
    pub fn get_timeout(&self, limit: Duration) -> Result<T, Empty> {
        let (mut items, _) =
            self.not_empty.wait_timeout_while(self.items.lock().unwrap(), limit, |i| i.is_empty()).unwrap();
        let item = items.pop_front().ok_or(Empty)?;
        self.not_full.notify_one();
        Ok(item)
    }
}
