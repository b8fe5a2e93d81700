//! 끝나지 않은 일을 두 바이트로 세어서, 65536개를 넣으면 0이 됩니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct TooOften;

struct State<T> {
    items: VecDeque<T>,
    n: u16,
}

pub struct Queue<T> {
    s: Mutex<State<T>>,
    not_empty: Condvar,
    all_done: Condvar,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        Self {
            s: Mutex::new(State { items: VecDeque::new(), n: 0 }),
            not_empty: Condvar::new(),
            all_done: Condvar::new(),
        }
    }

    pub fn put(&self, item: T) {
        let mut s = self.s.lock().unwrap();
        s.items.push_back(item);
        s.n = s.n.wrapping_add(1);
        self.not_empty.notify_one();
    }

    pub fn get(&self) -> T {
        self.not_empty
            .wait_while(self.s.lock().unwrap(), |s| s.items.is_empty())
            .unwrap()
            .items
            .pop_front()
            .unwrap()
    }

    pub fn task_done(&self) -> Result<(), TooOften> {
        let mut s = self.s.lock().unwrap();
        s.n = s.n.checked_sub(1).ok_or(TooOften)?;
        if s.n == 0 {
            self.all_done.notify_all();
        }
        Ok(())
    }

    pub fn join(&self) {
        drop(self.all_done.wait_while(self.s.lock().unwrap(), |s| s.n > 0).unwrap());
    }
}
