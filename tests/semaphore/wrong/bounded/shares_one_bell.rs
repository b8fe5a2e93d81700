//! 모든 세마포어가 조건 변수 하나를 함께 써서, 돌려놓을 때 다른 세마포어의 스레드가 깨어납니다.

use std::sync::Mutex;
use std::time::{Duration, Instant};

#[derive(Debug, PartialEq, Eq)]
pub struct ReleasedTooOften;

pub struct BoundedSemaphore {
    total: usize,
    permits: Mutex<usize>,
}

impl BoundedSemaphore {
    pub fn new(total: usize) -> Self {
        Self { total, permits: Mutex::new(total) }
    }

    pub fn value(&self) -> usize {
        *self.permits.lock().unwrap()
    }
}
static BELL: parking_lot::Condvar = parking_lot::Condvar::new();
static ALL: parking_lot::Mutex<()> = parking_lot::Mutex::new(());

impl BoundedSemaphore {
    pub fn try_acquire(&self) -> bool {
        let mut permits = self.permits.lock().unwrap();
        if *permits == 0 {
            return false;
        }
        *permits -= 1;
        true
    }

    pub fn acquire_timeout(&self, limit: Duration) -> bool {
        let end = Instant::now().checked_add(limit);
        let mut g = ALL.lock();
        loop {
            if self.try_acquire() {
                return true;
            }
            match end {
                Some(e) => {
                    if BELL.wait_until(&mut g, e).timed_out() {
                        return self.try_acquire();
                    }
                }
                None => BELL.wait(&mut g),
            }
        }
    }

    pub fn release(&self) -> Result<(), ReleasedTooOften> {
        let _g = ALL.lock();
        let mut permits = self.permits.lock().unwrap();
        if *permits == self.total {
            return Err(ReleasedTooOften);
        }
        *permits += 1;
        BELL.notify_one();
        Ok(())
    }
}
