//! 한도가 지나는 바로 그때 받은 깨움을 넘겨주지 않고 포기해서, 남은 스레드가 깨어나지 못합니다.

use std::time::{Duration, Instant};

use parking_lot::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

pub struct Patient<T> {
    busy: Mutex<bool>,
    free: parking_lot::Condvar,
    value: Mutex<T>,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { busy: Mutex::new(false), free: parking_lot::Condvar::new(), value: Mutex::new(value) }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        let by = Instant::now() + limit;
        let mut b = self.busy.lock();
        while *b {
            self.free.wait_until(&mut b, by);
            if Instant::now() >= by {
                return Err(GaveUp);
            }
        }
        *b = true;
        drop(b);
        let r = job(&mut self.value.lock());
        *self.busy.lock() = false;
        self.free.notify_one();
        Ok(r)
    }
}
