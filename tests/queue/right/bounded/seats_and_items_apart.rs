//! 빈자리를 세는 세마포어와 든 것을 세는 세마포어로 만듭니다.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub struct Full<T>(pub T);

#[derive(Debug, PartialEq, Eq)]
pub struct Empty;

struct Semaphore {
    permits: Mutex<usize>,
    returned: Condvar,
}

impl Semaphore {
    fn new(permits: usize) -> Self {
        Self { permits: Mutex::new(permits), returned: Condvar::new() }
    }

    fn wait(&self) {
        *self.returned.wait_while(self.permits.lock().unwrap(), |permits| *permits == 0).unwrap() -= 1;
    }

    fn wait_timeout(&self, limit: Duration) -> bool {
        let permits = self.permits.lock().unwrap();
        let (mut permits, _) =
            self.returned.wait_timeout_while(permits, limit, |permits| *permits == 0).unwrap();
        match permits.checked_sub(1) {
            Some(left) => {
                *permits = left;
                true
            }
            None => false,
        }
    }

    fn signal(&self) {
        *self.permits.lock().unwrap() += 1;
        self.returned.notify_one();
    }
}

pub struct Queue<T> {
    seats: Option<Semaphore>,
    filled: Semaphore,
    items: Mutex<VecDeque<T>>,
}

impl<T> Queue<T> {
    pub fn new(maxsize: usize) -> Self {
        let seats = (maxsize > 0).then(|| Semaphore::new(maxsize));
        Self { seats, filled: Semaphore::new(0), items: Mutex::new(VecDeque::new()) }
    }

    pub fn qsize(&self) -> usize {
        self.items.lock().unwrap().len()
    }

    fn push(&self, item: T) {
        self.items.lock().unwrap().push_back(item);
        self.filled.signal();
    }

    fn pop(&self) -> T {
        let item = self.items.lock().unwrap().pop_front().unwrap();
        if let Some(seats) = &self.seats {
            seats.signal();
        }
        item
    }

    pub fn put(&self, item: T) {
        if let Some(seats) = &self.seats {
            seats.wait();
        }
        self.push(item);
    }

    pub fn try_put(&self, item: T) -> Result<(), Full<T>> {
        self.put_timeout(item, Duration::ZERO)
    }

    pub fn put_timeout(&self, item: T, limit: Duration) -> Result<(), Full<T>> {
        if self.seats.as_ref().is_some_and(|seats| !seats.wait_timeout(limit)) {
            return Err(Full(item));
        }
        self.push(item);
        Ok(())
    }

    pub fn get(&self) -> T {
        self.filled.wait();
        self.pop()
    }

    pub fn try_get(&self) -> Result<T, Empty> {
        self.get_timeout(Duration::ZERO)
    }

    pub fn get_timeout(&self, limit: Duration) -> Result<T, Empty> {
        self.filled.wait_timeout(limit).then(|| self.pop()).ok_or(Empty)
    }
}
