//! 수를 항목과 따로 세고, 꺼내며 잠금을 놓은 뒤에야 줄입니다.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub struct Full<T>(pub T);

#[derive(Debug, PartialEq, Eq)]
pub struct Empty;

pub struct Queue<T> {
    maxsize: usize,
    count: AtomicUsize,
    items: Mutex<VecDeque<T>>,
    not_empty: Condvar,
    not_full: Condvar,
}

impl<T> Queue<T> {
    pub fn new(maxsize: usize) -> Self {
        Self {
            maxsize,
            count: AtomicUsize::new(0),
            items: Mutex::new(VecDeque::new()),
            not_empty: Condvar::new(),
            not_full: Condvar::new(),
        }
    }

    pub fn qsize(&self) -> usize {
        self.count.load(SeqCst)
    }

    fn is_full(&self, items: &VecDeque<T>) -> bool {
        self.maxsize > 0 && items.len() >= self.maxsize
    }

    fn push(&self, mut items: MutexGuard<'_, VecDeque<T>>, item: T) {
        items.push_back(item);
        self.count.fetch_add(1, SeqCst);
        self.not_empty.notify_one();
    }

    fn pop(&self, mut items: MutexGuard<'_, VecDeque<T>>) -> Option<T> {
        let item = items.pop_front()?;
        drop(items);
        self.count.fetch_sub(1, SeqCst);
        self.not_full.notify_one();
        Some(item)
    }

    pub fn put(&self, item: T) {
        let items = self.items.lock().unwrap();
        let items = self.not_full.wait_while(items, |items| self.is_full(items)).unwrap();
        self.push(items, item);
    }

    pub fn try_put(&self, item: T) -> Result<(), Full<T>> {
        let items = self.items.lock().unwrap();
        if self.is_full(&items) {
            return Err(Full(item));
        }
        self.push(items, item);
        Ok(())
    }

    pub fn put_timeout(&self, item: T, limit: Duration) -> Result<(), Full<T>> {
        let items = self.items.lock().unwrap();
        let (items, _) = self.not_full.wait_timeout_while(items, limit, |items| self.is_full(items)).unwrap();
        if self.is_full(&items) {
            return Err(Full(item));
        }
        self.push(items, item);
        Ok(())
    }

    pub fn get(&self) -> T {
        let items = self.items.lock().unwrap();
        let items = self.not_empty.wait_while(items, |items| items.is_empty()).unwrap();
        self.pop(items).unwrap()
    }

    pub fn try_get(&self) -> Result<T, Empty> {
        self.pop(self.items.lock().unwrap()).ok_or(Empty)
    }

    pub fn get_timeout(&self, limit: Duration) -> Result<T, Empty> {
        let items = self.items.lock().unwrap();
        let (items, _) = self.not_empty.wait_timeout_while(items, limit, |items| items.is_empty()).unwrap();
        self.pop(items).ok_or(Empty)
    }
}
