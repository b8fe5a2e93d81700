//! `parking_lot`의 `wait_until`로 기다립니다. 더할 수 없는 한도는 한도가 없는 것으로 봅니다.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex, MutexGuard};

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

type Items<'a, T> = MutexGuard<'a, VecDeque<T>>;

impl<T> Queue<T> {
    pub fn new(maxsize: usize) -> Self {
        let (not_empty, not_full) = (Condvar::new(), Condvar::new());
        Self { maxsize, items: Mutex::new(VecDeque::new()), not_empty, not_full }
    }

    pub fn qsize(&self) -> usize {
        self.items.lock().len()
    }

    fn place(&self, item: T, deadline: Option<Instant>) -> Result<(), Full<T>> {
        let mut items = self.items.lock();
        while self.maxsize != 0 && items.len() >= self.maxsize {
            if wait(&self.not_full, &mut items, deadline) {
                return Err(Full(item));
            }
        }
        items.push_back(item);
        self.not_empty.notify_one();
        Ok(())
    }

    fn take(&self, deadline: Option<Instant>) -> Result<T, Empty> {
        let mut items = self.items.lock();
        loop {
            if let Some(item) = items.pop_front() {
                self.not_full.notify_one();
                return Ok(item);
            }
            if wait(&self.not_empty, &mut items, deadline) {
                return Err(Empty);
            }
        }
    }

    pub fn put(&self, item: T) {
        let _ = self.place(item, None);
    }

    pub fn try_put(&self, item: T) -> Result<(), Full<T>> {
        self.place(item, Some(Instant::now()))
    }

    pub fn put_timeout(&self, item: T, limit: Duration) -> Result<(), Full<T>> {
        self.place(item, Instant::now().checked_add(limit))
    }

    pub fn get(&self) -> T {
        self.take(None).unwrap_or_else(|_| unreachable!("한도 없이 기다렸습니다."))
    }

    pub fn try_get(&self) -> Result<T, Empty> {
        self.take(Some(Instant::now()))
    }

    pub fn get_timeout(&self, limit: Duration) -> Result<T, Empty> {
        self.take(Instant::now().checked_add(limit))
    }
}

/// 깨어날 때까지 기다립니다. 기다리기 전에 이미 기한이 지났으면 `true`입니다.
fn wait<T>(condvar: &Condvar, items: &mut Items<'_, T>, deadline: Option<Instant>) -> bool {
    match deadline {
        None => condvar.wait(items),
        Some(deadline) if deadline <= Instant::now() => return true,
        Some(deadline) => drop(condvar.wait_until(items, deadline)),
    }
    false
}
