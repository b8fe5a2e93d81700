//! 값을 꺼내 쓰고 `Drop`에서 돌려놓습니다. `job`이 패닉해도 값은 제자리로 돌아옵니다.

use std::time::Duration;

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

pub struct Patient<T> {
    slot: Mutex<Option<T>>,
    returned: Condvar,
}

struct Taken<'a, T> {
    value: Option<T>,
    home: &'a Patient<T>,
}

impl<T> Drop for Taken<'_, T> {
    fn drop(&mut self) {
        *self.home.slot.lock() = self.value.take();
        self.home.returned.notify_one();
    }
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { slot: Mutex::new(Some(value)), returned: Condvar::new() }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        let mut slot = self.slot.lock();
        self.returned.wait_while_for(&mut slot, |slot| slot.is_none(), limit);
        let value = slot.take().ok_or(GaveUp)?;
        drop(slot);
        let mut taken = Taken { value: Some(value), home: self };
        Ok(job(taken.value.as_mut().unwrap()))
    }
}
