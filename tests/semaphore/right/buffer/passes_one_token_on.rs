//! 비었을 때만 든 것을 세어, 나머지는 꺼낼 수 없습니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct Buffer<T> {
    items: Mutex<VecDeque<T>>,
    free: Semaphore,
    filled: Semaphore,
}

impl<T> Buffer<T> {
    pub fn new(size: usize) -> Self {
        Self { items: Mutex::new(VecDeque::new()), free: Semaphore::new(size), filled: Semaphore::new(0) }
    }

    pub fn put(&self, item: T) {
        self.free.wait();
        let mut items = self.items.lock().unwrap();
        items.push_back(item);
        let many = items.len();
        drop(items);
        if many == 1 {
            self.filled.signal();
        }
    }

    pub fn take(&self) -> T {
        self.filled.wait();
        let mut items = self.items.lock().unwrap();
        let item = items.pop_front();
        if !items.is_empty() {
            self.filled.signal();
        }
        drop(items);
        self.free.signal();
        item.expect("든 것을 세고 들어왔습니다.")
    }
}

struct Semaphore {
    permits: Mutex<usize>,
    returned: Condvar,
}

impl Semaphore {
    #[track_caller]
    fn new(permits: usize) -> Self {
        Self { permits: Mutex::new(permits), returned: Condvar::new() }
    }

    #[track_caller]
    fn wait(&self) {
        let permits = self.permits.lock().unwrap();
        *self.returned.wait_while(permits, |permits| *permits == 0).unwrap() -= 1;
    }

    #[track_caller]
    fn signal(&self) {
        *self.permits.lock().unwrap() += 1;
        self.returned.notify_one();
    }
}
