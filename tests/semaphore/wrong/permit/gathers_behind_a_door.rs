//! 문을 잠그고 한 장씩 모읍니다. 모으는 동안 아무도 가져가지 못합니다.

use std::sync::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct TooMany;

pub struct Semaphore {
    total: usize,
    door: Mutex<()>,
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
        Self { total, door: Mutex::new(()), permits: Mutex::new(total), returned: Condvar::new() }
    }

    pub fn value(&self) -> usize {
        *self.permits.lock().unwrap()
    }

    pub fn acquire(&self, n: usize) -> Result<Permit<'_>, TooMany> {
        if n > self.total {
            return Err(TooMany);
        }
        let _door = self.door.lock().unwrap();
        for _ in 0..n {
            let permits = self.permits.lock().unwrap();
            *self.returned.wait_while(permits, |permits| *permits == 0).unwrap() -= 1;
        }
        Ok(Permit { semaphore: self, count: n })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.semaphore.permits.lock().unwrap() += self.count;
        self.semaphore.returned.notify_all();
    }
}
