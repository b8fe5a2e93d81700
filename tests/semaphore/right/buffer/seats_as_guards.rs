//! 허가를 자리처럼 쥐고 있다가 반대쪽 세마포어에 넘깁니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

struct Seat<'a>(&'a Semaphore);

impl Seat<'_> {
    fn take(semaphore: &Semaphore) -> Seat<'_> {
        semaphore.wait();
        Seat(semaphore)
    }

    fn hand_to(self, other: &Semaphore) {
        std::mem::forget(self);
        other.signal();
    }
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        self.0.signal();
    }
}

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
        let seat = Seat::take(&self.free);
        self.items.lock().unwrap().push_back(item);
        seat.hand_to(&self.filled);
    }

    pub fn take(&self) -> T {
        let seat = Seat::take(&self.filled);
        let item = self.items.lock().unwrap().pop_front();
        seat.hand_to(&self.free);
        item.unwrap()
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
