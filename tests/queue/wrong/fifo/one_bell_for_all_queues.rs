//! 모든 큐가 조건 변수 하나를 함께 씁니다. 알림 하나가 다른 큐의 스레드를 깨우고 끝납니다.

use std::collections::VecDeque;

use parking_lot::{Condvar, Mutex};

static BELL: Condvar = Condvar::new();
static LOCK: Mutex<()> = Mutex::new(());

pub struct Queue<T> {
    items: Mutex<VecDeque<T>>,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        Self { items: Mutex::new(VecDeque::new()) }
    }

    pub fn put(&self, item: T) {
        let _guard = LOCK.lock();
        self.items.lock().push_back(item);
        BELL.notify_one();
    }

    pub fn get(&self) -> T {
        let mut guard = LOCK.lock();
        loop {
            if let Some(item) = self.items.lock().pop_front() {
                return item;
            }
            BELL.wait(&mut guard);
        }
    }
}
