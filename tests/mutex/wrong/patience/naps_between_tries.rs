//! 시도하고 300밀리초 자기를 되풀이합니다. 파이썬의 `time.sleep(0.3)`이 그 사이에 풀린 것을 알려 준다고 여긴 것입니다.

use std::thread;
use std::time::{Duration, Instant};

use parking_lot::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

pub struct Patient<T> {
    value: Mutex<T>,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { value: Mutex::new(value) }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        let deadline = Instant::now() + limit;
        loop {
            if let Some(mut value) = self.value.try_lock() {
                return Ok(job(&mut value));
            }
            if Instant::now() >= deadline {
                return Err(GaveUp);
            }
            thread::sleep(Duration::from_millis(300));
        }
    }
}
