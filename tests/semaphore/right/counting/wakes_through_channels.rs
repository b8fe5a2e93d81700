//! 기다리는 스레드마다 한 칸짜리 채널을 두고, 허가를 그리로 보냅니다.

use std::collections::VecDeque;
use std::sync::Mutex;

use crossbeam::channel::{self, Sender};

struct State {
    permits: usize,
    line: VecDeque<Sender<()>>,
}

pub struct Semaphore(Mutex<State>);

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self(Mutex::new(State { permits, line: VecDeque::new() }))
    }

    pub fn value(&self) -> usize {
        self.0.lock().unwrap().permits
    }

    pub fn wait(&self) {
        let (give, take) = channel::bounded(1);
        {
            let mut state = self.0.lock().unwrap();
            match state.permits.checked_sub(1) {
                Some(left) => {
                    state.permits = left;
                    return;
                }
                None => state.line.push_back(give),
            }
        }
        take.recv().unwrap();
    }

    pub fn signal(&self) {
        self.signal_many(1);
    }

    pub fn signal_many(&self, n: usize) {
        let mut state = self.0.lock().unwrap();
        state.permits += n;
        while state.permits > 0 {
            let Some(next) = state.line.pop_front() else { break };
            next.send(()).unwrap();
            state.permits -= 1;
        }
    }
}
