//! parking_lot의 잠금과 조건 변수입니다.

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct TooMany;

pub struct Semaphore {
    total: usize,
    permits: Mutex<usize>,
    returned: Condvar,
}

#[must_use = "이름을 주지 않은 허가는 곧바로 돌아갑니다"]
pub struct Permit<'a> {
    semaphore: &'a Semaphore,
    count: usize,
}

impl Semaphore {
    pub fn new(total: usize) -> Self {
        Self { total, permits: Mutex::new(total), returned: Condvar::new() }
    }

    pub fn value(&self) -> usize {
        *self.permits.lock()
    }

    pub fn acquire(&self, n: usize) -> Result<Permit<'_>, TooMany> {
        if n > self.total {
            return Err(TooMany);
        }
        let mut permits = self.permits.lock();
        self.returned.wait_while(&mut permits, |permits| *permits < n);
        *permits -= n;
        Ok(Permit { semaphore: self, count: n })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.semaphore.permits.lock() += self.count;
        self.semaphore.returned.notify_all();
    }
}
