//! 충분한지 10밀리초마다 봅니다.

use std::sync::Mutex;
use std::thread;
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub struct TooMany;

pub struct Semaphore {
    total: usize,
    permits: Mutex<usize>,
}

#[must_use = "이름을 주지 않은 허가는 곧바로 돌아갑니다"]
pub struct Permit<'a> {
    semaphore: &'a Semaphore,
    count: usize,
}

impl Semaphore {
    pub fn new(total: usize) -> Self {
        Self { total, permits: Mutex::new(total) }
    }

    pub fn value(&self) -> usize {
        *self.permits.lock().unwrap()
    }

    pub fn acquire(&self, n: usize) -> Result<Permit<'_>, TooMany> {
        if n > self.total {
            return Err(TooMany);
        }
        loop {
            let mut permits = self.permits.lock().unwrap();
            if *permits >= n {
                *permits -= n;
                break;
            }
            drop(permits);
            thread::sleep(Duration::from_millis(10));
        }
        Ok(Permit { semaphore: self, count: n })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.semaphore.permits.lock().unwrap() += self.count;
    }
}
