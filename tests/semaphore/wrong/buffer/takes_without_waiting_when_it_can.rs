//! 들어 있으면 기다리지 않고 꺼냅니다. 든 것을 센 허가는 그대로 남습니다.

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
        let quick = self.items.lock().unwrap().pop_front();
        if let Some(item) = quick {
            self.free.signal();
            return item;
        }
        self.filled.wait();
        let item = self.items.lock().unwrap().pop_front().expect("든 것을 세고 들어왔습니다.");
        self.free.signal();
        item
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
        self.signal_many(1);
    }

    #[track_caller]
    fn signal_many(&self, n: usize) {
        *self.permits.lock().unwrap() += n;
        self.returned.notify_all();
    }
}
