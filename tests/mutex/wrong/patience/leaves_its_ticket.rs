//! 포기하면서 줄에 선 번호표를 두고 갑니다. 파이썬의 예외처럼 떠나면 흔적이 남지 않는다고 여긴 것입니다.

use std::collections::VecDeque;
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

pub struct Patient<T> {
    line: Mutex<VecDeque<ThreadId>>,
    moved: Condvar,
    value: Mutex<T>,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        let line = Mutex::new(VecDeque::new());
        Self { line, moved: Condvar::new(), value: Mutex::new(value) }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        let me = thread::current().id();
        let deadline = Instant::now() + limit;
        let mut line = self.line.lock();
        line.push_back(me);
        while line.front() != Some(&me) {
            if self.moved.wait_until(&mut line, deadline).timed_out() {
                return Err(GaveUp);
            }
        }
        drop(line);
        let result = job(&mut self.value.lock());
        self.line.lock().pop_front();
        self.moved.notify_all();
        Ok(result)
    }
}
