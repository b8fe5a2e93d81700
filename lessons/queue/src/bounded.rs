//! 가득 차면 기다리는 큐
//!
//! 파이썬의 `Queue(maxsize)`는 가득 차면 `put`이 기다립니다. 느린 소비자가 빠른 생산자를 붙잡아 두는 이 일을
//! 배압(back-pressure)이라고 합니다. `put_nowait`와 `put(timeout=)`이 못 넣으면 `queue.Full` 예외가 납니다. Rust에서는 넣지
//! 못한 값이 사라지면 안 되므로, 오류가 값을 담아 돌려줍니다.
//!
//! - [`std::sync::Condvar`]: 기다리는 까닭이 둘이면 조건 변수도 둘입니다.
//! - [`std::sync::Condvar::wait_while`]: 조건이 참인 동안 기다립니다. 앞 단계의 반복문과 같습니다.
//! - [`std::sync::Condvar::wait_timeout_while`]: 한도까지만 기다립니다. 가드와 결과를 튜플로 돌려줍니다.
//!
//! 기다리는 쪽이 둘이므로, 넣으면 꺼내는 쪽을 깨우고 꺼내면 넣는 쪽을 깨웁니다.

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
}

impl<T> Queue<T> {
    pub fn new(maxsize: usize) -> Self {
        Self { maxsize, items: Mutex::new(VecDeque::new()), not_empty: Condvar::new() }
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
        let mut items = self.items.lock().unwrap();
        if self.is_full(&items) {
            todo!("자리가 날 때까지 기다리세요.")
        }
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
        if self.is_full(&self.items.lock().unwrap()) {
            todo!("자리가 날 때까지 기다리되, {limit:?}까지만 기다리세요.")
        }
        self.try_put(item)
    }

    /// 맨 앞에서 꺼냅니다. 비어 있으면 항목이 들어올 때까지 기다립니다.
    pub fn get(&self) -> T {
        let items = self.items.lock().unwrap();
        let mut items = self.not_empty.wait_while(items, |items| items.is_empty()).unwrap();
        items.pop_front().unwrap()
    }

    /// 항목이 있으면 꺼내고, 비어 있으면 기다리지 않고 `Empty`를 돌려줍니다.
    pub fn try_get(&self) -> Result<T, Empty> {
        self.items.lock().unwrap().pop_front().ok_or(Empty)
    }

    /// 항목이 들어올 때까지 기다리되, `limit`이 지나도 비어 있으면 `Empty`를 돌려줍니다. 한도는 아무리 길어도 됩니다.
    pub fn get_timeout(&self, limit: Duration) -> Result<T, Empty> {
        let items = self.items.lock().unwrap();
        let waited = self.not_empty.wait_timeout_while(items, limit, |items| items.is_empty());
        waited.unwrap().0.pop_front().ok_or(Empty)
    }
}
