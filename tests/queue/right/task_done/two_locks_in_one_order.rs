//! 항목과 수를 따로 잠급니다. 먼저 세고 나서 넣으므로, 꺼낸 것은 이미 센 것입니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct TooOften;

pub struct Queue<T> {
    items: Mutex<VecDeque<T>>,
    unfinished: Mutex<usize>,
    not_empty: Condvar,
    all_done: Condvar,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        let (items, unfinished) = (Mutex::new(VecDeque::new()), Mutex::new(0));
        Self { items, unfinished, not_empty: Condvar::new(), all_done: Condvar::new() }
    }

    pub fn put(&self, item: T) {
        *self.unfinished.lock().unwrap() += 1;
        self.items.lock().unwrap().push_back(item);
        self.not_empty.notify_one();
    }

    pub fn get(&self) -> T {
        let items = self.items.lock().unwrap();
        let mut items = self.not_empty.wait_while(items, |items| items.is_empty()).unwrap();
        items.pop_front().unwrap()
    }

    pub fn task_done(&self) -> Result<(), TooOften> {
        let mut unfinished = self.unfinished.lock().unwrap();
        *unfinished = unfinished.checked_sub(1).ok_or(TooOften)?;
        if *unfinished == 0 {
            self.all_done.notify_all();
        }
        Ok(())
    }

    pub fn join(&self) {
        let unfinished = self.unfinished.lock().unwrap();
        drop(self.all_done.wait_while(unfinished, |unfinished| *unfinished > 0).unwrap());
    }
}
