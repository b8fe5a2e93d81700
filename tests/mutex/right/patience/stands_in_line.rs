//! 온 차례대로 쓰고, 포기할 때는 제 번호표를 가지고 나갑니다.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

#[derive(Default)]
struct Line {
    tickets: VecDeque<u64>,
    next: u64,
}

pub struct Patient<T> {
    line: Mutex<Line>,
    moved: Condvar,
    value: Mutex<T>,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        Self { line: Mutex::default(), moved: Condvar::new(), value: Mutex::new(value) }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        let deadline = Instant::now() + limit;
        let mut line = self.line.lock();
        let mine = line.next;
        line.next += 1;
        line.tickets.push_back(mine);
        let not_yet = |line: &mut Line| line.tickets.front() != Some(&mine);
        if self.moved.wait_while_until(&mut line, not_yet, deadline).timed_out() && not_yet(&mut line) {
            line.tickets.retain(|&ticket| ticket != mine);
            return Err(GaveUp);
        }
        drop(line);
        let result = job(&mut self.value.lock());
        self.line.lock().tickets.pop_front();
        self.moved.notify_all();
        Ok(result)
    }
}
