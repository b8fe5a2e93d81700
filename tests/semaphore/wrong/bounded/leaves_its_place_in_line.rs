//! 포기하고도 줄에 남아, 돌아온 허가를 받아 버립니다.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Duration;

use crossbeam::channel::{self, Sender};

#[derive(Debug, PartialEq, Eq)]
pub struct ReleasedTooOften;

struct State {
    permits: usize,
    out: usize,
    line: VecDeque<Sender<()>>,
}

pub struct BoundedSemaphore {
    state: Mutex<State>,
}

impl BoundedSemaphore {
    pub fn new(total: usize) -> Self {
        Self { state: Mutex::new(State { permits: total, out: 0, line: VecDeque::new() }) }
    }

    pub fn value(&self) -> usize {
        self.state.lock().unwrap().permits
    }

    pub fn try_acquire(&self) -> bool {
        let mut state = self.state.lock().unwrap();
        let found = state.permits > 0;
        state.permits -= usize::from(found);
        state.out += usize::from(found);
        found
    }

    pub fn acquire_timeout(&self, limit: Duration) -> bool {
        if self.try_acquire() {
            return true;
        }
        let (give, take) = channel::bounded(1);
        self.state.lock().unwrap().line.push_back(give);
        take.recv_timeout(limit).is_ok()
    }

    pub fn release(&self) -> Result<(), ReleasedTooOften> {
        let mut state = self.state.lock().unwrap();
        if state.out == 0 {
            return Err(ReleasedTooOften);
        }
        match state.line.pop_front() {
            Some(next) => {
                let _ = next.send(());
            }
            None => {
                state.permits += 1;
                state.out -= 1;
            }
        }
        Ok(())
    }
}
