//! 온 차례로만 들여보내서, 큰 것을 기다리는 스레드 뒤의 작은 것도 기다립니다.

use std::sync::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct TooMany;

struct State {
    permits: usize,
    next: u64,
    serving: u64,
}

pub struct Semaphore {
    total: usize,
    state: Mutex<State>,
    changed: Condvar,
}

pub struct Permit<'a> {
    semaphore: &'a Semaphore,
    count: usize,
}

impl Semaphore {
    pub fn new(total: usize) -> Self {
        Self {
            total,
            state: Mutex::new(State { permits: total, next: 0, serving: 0 }),
            changed: Condvar::new(),
        }
    }

    pub fn value(&self) -> usize {
        self.state.lock().unwrap().permits
    }

    pub fn acquire(&self, n: usize) -> Result<Permit<'_>, TooMany> {
        if n > self.total {
            return Err(TooMany);
        }
        let mut state = self.state.lock().unwrap();
        let ticket = state.next;
        state.next += 1;
        let mut state =
            self.changed.wait_while(state, |state| state.serving != ticket || state.permits < n).unwrap();
        state.serving += 1;
        state.permits -= n;
        self.changed.notify_all();
        Ok(Permit { semaphore: self, count: n })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.semaphore.state.lock().unwrap().permits += self.count;
        self.semaphore.changed.notify_all();
    }
}
