//! 잠금을 쥔 채로 잠들어, 아무도 신호하지 못합니다.

use std::sync::Mutex;
use std::thread::{self, Thread};

struct State {
    permits: usize,
    waiting: Vec<Thread>,
}

pub struct Semaphore {
    state: Mutex<State>,
}

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { state: Mutex::new(State { permits, waiting: Vec::new() }) }
    }

    pub fn value(&self) -> usize {
        self.state.lock().unwrap().permits
    }

    pub fn wait(&self) {
        let mut state = self.state.lock().unwrap();
        while state.permits == 0 {
            state.waiting.push(thread::current());
            thread::park();
        }
        state.permits -= 1;
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        let mut state = self.state.lock().unwrap();
        state.permits += n;
        state.waiting.drain(..).for_each(|thread| thread.unpark());
    }
}
