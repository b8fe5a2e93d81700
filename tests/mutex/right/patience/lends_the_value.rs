//! 값을 빌려주는 가드를 만들고, 가드가 사라질 때 돌려받습니다.

use std::ops::{Deref, DerefMut};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

pub struct Patient<T> {
    slot: Mutex<Option<T>>,
    returned: Condvar,
}

struct Loan<'a, T>(&'a Patient<T>, Option<T>);

impl<T> Deref for Loan<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.1.as_ref().unwrap()
    }
}

impl<T> DerefMut for Loan<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.1.as_mut().unwrap()
    }
}

impl<T> Drop for Loan<'_, T> {
    fn drop(&mut self) {
        *self.0.slot.lock().unwrap() = self.1.take();
        self.0.returned.notify_all();
    }
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { slot: Mutex::new(Some(value)), returned: Condvar::new() }
    }

    fn borrow(&self, limit: Duration) -> Option<Loan<'_, T>> {
        let slot = self.slot.lock().ok()?;
        let (mut slot, _) = self.returned.wait_timeout_while(slot, limit, |slot| slot.is_none()).ok()?;
        Some(Loan(self, Some(slot.take()?)))
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        let Some(mut loan) = self.borrow(limit) else { return Err(GaveUp) };
        Ok(job(&mut loan))
    }
}
