//! 줄의 맨 앞이 아니라 아무나 하나 깨우므로, 맨 앞에 선 스레드가 잠든 채로 남습니다.

use parking_lot::Condvar;
use parking_lot::Mutex;
use std::collections::VecDeque;
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

pub struct Patient<T> {
    line: Mutex<(u64, VecDeque<u64>)>,
    moved: Condvar,
    value: Mutex<T>,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { line: Mutex::default(), moved: Condvar::new(), value: Mutex::new(value) }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        let mut line = self.line.lock();
        let me = line.0;
        line.0 += 1;
        line.1.push_back(me);
        if self.moved.wait_while_for(&mut line, |l| l.1.front() != Some(&me), limit).timed_out() {
            line.1.retain(|x| *x != me);
            return Err(GaveUp);
        }
        drop(line);
        let r = job(&mut self.value.lock());
        self.line.lock().1.pop_front();
        self.moved.notify_one();
        Ok(r)
    }
}
