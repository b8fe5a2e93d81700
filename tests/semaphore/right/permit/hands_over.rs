//! 줄을 세우되, 돌아온 것으로 되는 스레드를 모두 골라 바로 넘깁니다.

use crossbeam::sync::{Parker, Unparker};
use parking_lot::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub struct TooMany;

struct State {
    permits: usize,
    line: Vec<(usize, Unparker)>,
}

pub struct Semaphore {
    total: usize,
    state: Mutex<State>,
}

pub struct Permit<'a> {
    semaphore: &'a Semaphore,
    count: usize,
}

impl Semaphore {
    pub fn new(total: usize) -> Self {
        Self { total, state: Mutex::new(State { permits: total, line: Vec::new() }) }
    }

    pub fn value(&self) -> usize {
        self.state.lock().permits
    }

    pub fn acquire(&self, n: usize) -> Result<Permit<'_>, TooMany> {
        if n > self.total {
            return Err(TooMany);
        }
        let mut state = self.state.lock();
        if let Some(left) = state.permits.checked_sub(n) {
            state.permits = left;
        } else {
            let parker = Parker::new();
            state.line.push((n, parker.unparker().clone()));
            drop(state);
            parker.park();
        }
        Ok(Permit { semaphore: self, count: n })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let mut state = self.semaphore.state.lock();
        let mut left = state.permits + self.count;
        state.line.retain(|(n, waiter)| match left.checked_sub(*n) {
            Some(rest) => {
                left = rest;
                waiter.unpark();
                false
            }
            None => true,
        });
        state.permits = left;
    }
}
