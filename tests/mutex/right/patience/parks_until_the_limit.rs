//! 줄에 이름을 적고 한도까지 `park_timeout`으로 기다립니다.

use parking_lot::Mutex;
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

pub struct Patient<T> {
    line: Mutex<(bool, Vec<Thread>)>,
    value: Mutex<T>,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { value: Mutex::new(value), line: Mutex::new((false, vec![])) }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        let asked = Instant::now();
        let me = thread::current();
        loop {
            let mut line = self.line.lock();
            line.1.retain(|t| t.id() != me.id());
            if !line.0 {
                line.0 = true;
                break;
            }
            let left = limit.saturating_sub(asked.elapsed());
            if left.is_zero() {
                return Err(GaveUp);
            }
            line.1.push(me.clone());
            drop(line);
            thread::park_timeout(left);
        }
        let r = job(&mut self.value.lock());
        let mut line = self.line.lock();
        line.0 = false;
        for t in &line.1 {
            t.unpark();
        }
        Ok(r)
    }
}
