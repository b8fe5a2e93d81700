//! 기다리는 스레드마다 `OnceLock`을 하나씩 두고, 신호가 그것을 채웁니다.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, OnceLock},
};
pub struct Semaphore {
    state: Mutex<(usize, VecDeque<Arc<OnceLock<()>>>)>,
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
        let ticket = Arc::new(OnceLock::new());
        s.1.push_back(ticket.clone());
        drop(s);
        ticket.wait();
    }
    pub fn signal(&self) {
        self.signal_many(1)
    }
    pub fn signal_many(&self, mut n: usize) {
        let mut s = self.state.lock().unwrap();
        while n > 0 {
            let Some(t) = s.1.pop_front() else { break };
            t.set(()).unwrap();
            n -= 1;
        }
        s.0 += n;
    }
}
