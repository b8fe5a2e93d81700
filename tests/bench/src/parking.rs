//! `parking_lot`'s lock and condition variable, whose timeouts go at our pace.

use std::ops::Deref;
use std::time::Duration;

use parking_lot::{MutexGuard, WaitTimeoutResult};

use crate::pace::wait;
use crate::time::Instant;

#[derive(Debug, Default)]
pub struct Mutex<T>(parking_lot::Mutex<T>);

impl<T> Mutex<T> {
    pub const fn new(value: T) -> Mutex<T> {
        Mutex(parking_lot::Mutex::new(value))
    }

    pub fn into_inner(self) -> T {
        self.0.into_inner()
    }

    pub fn try_lock_for(&self, limit: Duration) -> Option<MutexGuard<'_, T>> {
        wait(limit, |limit| self.0.try_lock_for(limit))
    }
}

impl<T> Deref for Mutex<T> {
    type Target = parking_lot::Mutex<T>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

#[derive(Debug, Default)]
pub struct Condvar(parking_lot::Condvar);

impl Condvar {
    pub const fn new() -> Condvar {
        Condvar(parking_lot::Condvar::new())
    }

    pub fn wait_for<T>(&self, guard: &mut MutexGuard<'_, T>, limit: Duration) -> WaitTimeoutResult {
        wait(limit, |limit| self.0.wait_for(guard, limit))
    }

    pub fn wait_until<T>(&self, guard: &mut MutexGuard<'_, T>, deadline: Instant) -> WaitTimeoutResult {
        self.wait_for(guard, deadline - Instant::now())
    }
}

impl Deref for Condvar {
    type Target = parking_lot::Condvar;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
