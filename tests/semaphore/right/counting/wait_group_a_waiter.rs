//! 기다리는 스레드마다 `WaitGroup`을 하나씩 두고, 신호가 그것을 버립니다.

use crossbeam::sync::WaitGroup;
use std::{collections::VecDeque, sync::Mutex};
pub struct Semaphore {
    state: Mutex<(usize, VecDeque<WaitGroup>)>,
}
impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { state: Mutex::new((permits, VecDeque::new())) }
    }
    pub fn value(&self) -> usize {
        self.state.lock().unwrap().0
    }
    pub fn wait(&self) {
        let mut s = self.state.lock().unwrap();
        if s.0 > 0 {
            s.0 -= 1;
            return;
        }
        let mine = WaitGroup::new();
        s.1.push_back(mine.clone());
        drop(s);
        mine.wait();
    }
    pub fn signal(&self) {
        self.signal_many(1)
    }
    pub fn signal_many(&self, n: usize) {
        let mut s = self.state.lock().unwrap();
        let wake = n.min(s.1.len());
        s.0 += n - wake;
        s.1.drain(..wake).for_each(drop);
    }
}
