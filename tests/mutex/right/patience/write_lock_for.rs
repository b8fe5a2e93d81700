//! `RwLock`의 쓰는 잠금을 한도까지 기다립니다.

use parking_lot::RwLock;
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

pub struct Patient<T> {
    value: RwLock<T>,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { value: value.into() }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        match self.value.try_write_for(limit) {
            Some(mut v) => Ok(job(&mut *v)),
            None => Err(GaveUp),
        }
    }
}
