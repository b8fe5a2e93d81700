//! 줄의 맨 앞에 서기까지는 한도 없이 기다립니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub struct Full<T>(pub T);

#[derive(Debug, PartialEq, Eq)]
pub struct Empty;

pub struct Queue<T> {
    maxsize: usize,
    items: Mutex<VecDeque<T>>,
    line: Mutex<(u64, u64)>,
    called: Condvar,
    not_empty: Condvar,
    not_full: Condvar,
}

impl<T> Queue<T> {
    pub fn new(maxsize: usize) -> Self {
        Self {
            maxsize,
            items: Mutex::new(VecDeque::new()),
            line: Mutex::new((0, 0)),
            called: Condvar::new(),
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

    fn push(&self, mut items: MutexGuard<'_, VecDeque<T>>, item: T) {
        items.push_back(item);
        self.not_empty.notify_one();
    }

    fn pop(&self, mut items: MutexGuard<'_, VecDeque<T>>) -> Option<T> {
        let item = items.pop_front()?;
        self.not_full.notify_one();
        Some(item)
    }

    fn line_up(&self) {
        let mut line = self.line.lock().unwrap();
        let mine = line.0;
        line.0 += 1;
        drop(self.called.wait_while(line, |line| line.1 != mine).unwrap());
    }

    fn next(&self) {
        self.line.lock().unwrap().1 += 1;
        self.called.notify_all();
    }

    pub fn put(&self, item: T) {
        self.line_up();
        let items = self.items.lock().unwrap();
        let items = self.not_full.wait_while(items, |items| self.is_full(items)).unwrap();
        self.push(items, item);
        self.next();
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
        self.line_up();
        let items = self.items.lock().unwrap();
        let (items, _) = self.not_full.wait_timeout_while(items, limit, |items| self.is_full(items)).unwrap();
        if self.is_full(&items) {
            self.next();
            return Err(Full(item));
        }
        self.push(items, item);
        self.next();
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
