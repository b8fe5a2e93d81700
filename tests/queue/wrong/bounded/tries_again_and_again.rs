//! `get`이 잠들지 않고 `try_get`을 되풀이합니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Duration;

/// 가득 차서 넣지 못한 값을 돌려줍니다. 파이썬이라면 `queue.Full`입니다.
#[derive(Debug, PartialEq, Eq)]
pub struct Full<T>(pub T);

/// 비어 있어서 꺼내지 못했습니다. 파이썬이라면 `queue.Empty`입니다.
#[derive(Debug, PartialEq, Eq)]
pub struct Empty;

/// 많아야 `maxsize`개를 담는 큐입니다. `maxsize`가 0이면 파이썬처럼 끝없이 담습니다. 아무리 큰 수여도 됩니다.
///
/// 넣는 쪽도 꺼내는 쪽도 잠들어 기다리고, 자리나 항목이 생긴 바로 그때 이어 갑니다.
///
/// 앞 단계의 코드가 들어 있습니다. 넣는 쪽이 기다리게 하고, 꺼내는 쪽이 넣는 쪽을 깨우게 고치세요.
pub struct Queue<T> {
    maxsize: usize,
    items: Mutex<VecDeque<T>>,
    not_empty: Condvar,
    not_full: Condvar,
}

impl<T> Queue<T> {
    pub fn new(maxsize: usize) -> Self {
        Self { maxsize, items: Mutex::new(VecDeque::new()), not_empty: Condvar::new(), not_full: Condvar::new() }
    }

    /// 지금 담긴 항목의 수입니다. 어느 순간에도 `maxsize`를 넘지 않습니다.
    pub fn qsize(&self) -> usize {
        self.items.lock().unwrap().len()
    }

    fn is_full(&self, items: &VecDeque<T>) -> bool {
        self.maxsize > 0 && items.len() >= self.maxsize
    }

    /// 맨 뒤에 넣습니다. 가득 찼으면 자리가 날 때까지 기다립니다.
    pub fn put(&self, item: T) {
        let items = self.items.lock().unwrap();
        let mut items = self.not_full.wait_while(items, |items| self.is_full(items)).unwrap();
        items.push_back(item);
        self.not_empty.notify_one();
    }

    /// 자리가 있으면 넣고, 가득 찼으면 기다리지 않고 값을 돌려줍니다.
    pub fn try_put(&self, item: T) -> Result<(), Full<T>> {
        let mut items = self.items.lock().unwrap();
        if self.is_full(&items) {
            return Err(Full(item));
        }
        items.push_back(item);
        self.not_empty.notify_one();
        Ok(())
    }

    /// 자리가 날 때까지 기다리되, `limit`이 지나도 자리가 없으면 값을 돌려줍니다. 한도는 아무리 길어도 됩니다.
    pub fn put_timeout(&self, item: T, limit: Duration) -> Result<(), Full<T>> {
        let items = self.items.lock().unwrap();
        let (mut items, _) = self.not_full.wait_timeout_while(items, limit, |items| self.is_full(items)).unwrap();
        if self.is_full(&items) {
            return Err(Full(item));
        }
        items.push_back(item);
        self.not_empty.notify_one();
        Ok(())
    }

    /// 맨 앞에서 꺼냅니다. 비어 있으면 항목이 들어올 때까지 기다립니다.
    pub fn get(&self) -> T {
        loop {
            if let Ok(item) = self.try_get() {
                return item;
            }
        }
    }

    /// 항목이 있으면 꺼내고, 비어 있으면 기다리지 않고 `Empty`를 돌려줍니다.
    pub fn try_get(&self) -> Result<T, Empty> {
        let item = self.items.lock().unwrap().pop_front();
        if item.is_some() {
            self.not_full.notify_one();
        }
        item.ok_or(Empty)
    }

    /// 항목이 들어올 때까지 기다리되, `limit`이 지나도 비어 있으면 `Empty`를 돌려줍니다. 한도는 아무리 길어도 됩니다.
    pub fn get_timeout(&self, limit: Duration) -> Result<T, Empty> {
        let items = self.items.lock().unwrap();
        let waited = self.not_empty.wait_timeout_while(items, limit, |items| items.is_empty());
        let item = waited.unwrap().0.pop_front();
        if item.is_some() {
            self.not_full.notify_one();
        }
        item.ok_or(Empty)
    }
}
