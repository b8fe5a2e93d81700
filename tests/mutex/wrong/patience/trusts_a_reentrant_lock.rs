//! 같은 스레드가 다시 잠글 수 있는 잠금을 쓰므로, `job` 안에서 다시 부르면 포기하지 않고 패닉합니다.

use parking_lot::ReentrantMutex;
use std::cell::RefCell;
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

pub struct Patient<T> {
    value: ReentrantMutex<RefCell<T>>,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { value: ReentrantMutex::new(RefCell::new(value)) }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        let v = self.value.try_lock_for(limit).ok_or(GaveUp)?;
        let mut v = v.borrow_mut();
        Ok(job(&mut v))
    }
}
