//! 먼저 빼고 나서 모자라면 다시 더하므로, 그사이에 `join`이 돌아올 수 있습니다.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicIsize, Ordering};
use std::sync::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct TooOften;

pub struct Queue<T> {
    items: Mutex<VecDeque<T>>,
    n: AtomicIsize,
    not_empty: Condvar,
    all_done: Condvar,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        Self {
            items: Default::default(),
            n: AtomicIsize::new(0),
            not_empty: Condvar::new(),
            all_done: Condvar::new(),
        }
    }

    pub fn put(&self, item: T) {
        let mut s = self.items.lock().unwrap();
        s.push_back(item);
        self.n.fetch_add(1, Ordering::SeqCst);
        self.not_empty.notify_one();
    }

    pub fn get(&self) -> T {
        self.not_empty.wait_while(self.items.lock().unwrap(), |s| s.is_empty()).unwrap().pop_front().unwrap()
    }

    pub fn task_done(&self) -> Result<(), TooOften> {
        let left = self.n.fetch_sub(1, Ordering::SeqCst) - 1;
        if left < 0 {
            self.n.fetch_add(1, Ordering::SeqCst);
            return Err(TooOften);
        }
        if left == 0 {
            let _g = self.items.lock().unwrap();
            self.all_done.notify_all();
        }
        Ok(())
    }

    pub fn join(&self) {
        drop(
            self.all_done
                .wait_while(self.items.lock().unwrap(), |_| self.n.load(Ordering::SeqCst) > 0)
                .unwrap(),
        );
    }
}
