//! 자리가 하나뿐입니다. 꺼내기 전에 또 넣으면 앞의 것을 덮어씁니다.

use std::sync::{Condvar, Mutex};

pub struct Queue<T> {
    slot: Mutex<Option<T>>,
    filled: Condvar,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        Self { slot: Mutex::new(None), filled: Condvar::new() }
    }

    pub fn put(&self, item: T) {
        *self.slot.lock().unwrap() = Some(item);
        self.filled.notify_one();
    }

    pub fn get(&self) -> T {
        let slot = self.slot.lock().unwrap();
        let mut slot = self.filled.wait_while(slot, |slot| slot.is_none()).unwrap();
        slot.take().unwrap()
    }
}
