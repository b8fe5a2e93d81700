//! 칸의 번호만 원자로 정하고, 그 칸이 찼는지는 세지 않습니다.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};

pub struct Buffer<T> {
    slots: Vec<Mutex<Option<T>>>,
    head: AtomicUsize,
    tail: AtomicUsize,
    free: Semaphore,
    filled: Semaphore,
}

impl<T> Buffer<T> {
    pub fn new(size: usize) -> Self {
        let slots = (0..size).map(|_| Mutex::new(None)).collect();
        let (head, tail) = (AtomicUsize::new(0), AtomicUsize::new(0));
        Self { slots, head, tail, free: Semaphore::new(size), filled: Semaphore::new(0) }
    }

    pub fn put(&self, item: T) {
        self.free.wait();
        let at = self.tail.fetch_add(1, SeqCst) % self.slots.len();
        *self.slots[at].lock().unwrap() = Some(item);
        self.filled.signal();
    }

    pub fn take(&self) -> T {
        self.filled.wait();
        let at = self.head.fetch_add(1, SeqCst) % self.slots.len();
        let item = self.slots[at].lock().unwrap().take();
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
