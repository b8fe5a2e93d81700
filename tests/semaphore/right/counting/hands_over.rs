//! 기다리는 스레드가 있으면 수를 늘리지 않고 그 스레드에게 바로 넘깁니다.

use std::collections::VecDeque;

use crossbeam::sync::{Parker, Unparker};
use parking_lot::Mutex;

struct State {
    permits: usize,
    line: VecDeque<Unparker>,
}

pub struct Semaphore {
    state: Mutex<State>,
}

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { state: Mutex::new(State { permits, line: VecDeque::new() }) }
    }

    pub fn value(&self) -> usize {
        self.state.lock().permits
    }

    pub fn wait(&self) {
        let parker = Parker::new();
        {
            let mut state = self.state.lock();
            if state.permits > 0 {
                state.permits -= 1;
                return;
            }
            state.line.push_back(parker.unparker().clone());
        }
        parker.park();
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        let mut state = self.state.lock();
        let woken = n.min(state.line.len());
        state.line.drain(..woken).for_each(|next| next.unpark());
        state.permits += n - woken;
    }
}
