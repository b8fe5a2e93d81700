//! 줄을 서고, 한도가 지나면 줄에서 빠집니다. 이미 받았으면 얻은 것입니다.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Duration;

use crossbeam::channel::{self, Sender};

#[derive(Debug, PartialEq, Eq)]
pub struct ReleasedTooOften;

struct State {
    permits: usize,
    out: usize,
    next: u64,
    line: VecDeque<(u64, Sender<()>)>,
}

pub struct BoundedSemaphore {
    state: Mutex<State>,
}

impl BoundedSemaphore {
    pub fn new(total: usize) -> Self {
        Self { state: Mutex::new(State { permits: total, out: 0, next: 0, line: VecDeque::new() }) }
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
        let (ticket, take) = {
            let mut state = self.state.lock().unwrap();
            if state.permits > 0 {
                state.permits -= 1;
                state.out += 1;
                return true;
            }
            let (give, take) = channel::bounded(1);
            let ticket = state.next;
            state.next += 1;
            state.line.push_back((ticket, give));
            (ticket, take)
        };
        if take.recv_timeout(limit).is_ok() {
            return true;
        }
        let mut state = self.state.lock().unwrap();
        state.line.retain(|(number, _)| *number != ticket);
        take.try_recv().is_ok()
    }

    pub fn release(&self) -> Result<(), ReleasedTooOften> {
        let mut state = self.state.lock().unwrap();
        if state.out == 0 {
            return Err(ReleasedTooOften);
        }
        match state.line.pop_front() {
            Some((_, next)) => next.send(()).unwrap(),
            None => {
                state.permits += 1;
                state.out -= 1;
            }
        }
        Ok(())
    }
}
