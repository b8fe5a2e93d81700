//! 자리를 먼저 내주고 꺼냅니다. 밖에서는 차이가 보이지 않습니다.

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
        self.items.lock().unwrap().push_back(item);
        self.filled.signal();
    }
    pub fn take(&self) -> T {
        self.filled.wait();
        self.free.signal();
        let item = self.items.lock().unwrap().pop_front();
        item.expect("counted")
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
