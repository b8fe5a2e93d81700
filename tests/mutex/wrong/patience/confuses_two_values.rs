//! `job` 안인지를 값마다가 아니라 스레드마다 적어 두어서, 다른 값도 쓰지 못합니다.

use std::thread;
use std::time::Duration;

use parking_lot::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

thread_local! { static IN: std::cell::Cell<bool> = const { std::cell::Cell::new(false) }; }
pub struct Patient<T> {
    value: Mutex<T>,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { value: Mutex::new(value) }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        if IN.get() {
            thread::sleep(limit);
            return Err(GaveUp);
        }
        let mut g = self.value.try_lock_for(limit).ok_or(GaveUp)?;
        IN.set(true);
        let r = job(&mut g);
        IN.set(false);
        Ok(r)
    }
}
