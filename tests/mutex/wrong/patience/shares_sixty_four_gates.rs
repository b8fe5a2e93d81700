//! 문 예순네 개를 만들어 두고 값의 번호로 고릅니다. 문을 함께 쓰는 두 값은 서로를 기다립니다.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use parking_lot::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

static GATES: [Mutex<()>; 64] = [const { Mutex::new(()) }; 64];
static NEXT: AtomicUsize = AtomicUsize::new(0);

pub struct Patient<T> {
    value: Mutex<T>,
    gate: &'static Mutex<()>,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { value: Mutex::new(value), gate: &GATES[NEXT.fetch_add(1, Ordering::SeqCst) % 64] }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        let _gate = self.gate.try_lock_for(limit).ok_or(GaveUp)?;
        Ok(job(&mut self.value.lock()))
    }
}
