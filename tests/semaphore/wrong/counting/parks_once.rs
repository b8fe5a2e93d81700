//! `park`에서 돌아오면, 누가 깨웠는지 보지 않고 들어갑니다.

use std::{
    collections::VecDeque,
    sync::Mutex,
    thread::{self, Thread},
};
pub struct Semaphore {
    state: Mutex<(usize, VecDeque<Thread>)>,
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
        s.1.push_back(thread::current());
        drop(s);
        thread::park();
    }
    pub fn signal(&self) {
        self.signal_many(1)
    }
    pub fn signal_many(&self, n: usize) {
        let mut s = self.state.lock().unwrap();
        let mut n = n;
        while n > 0 {
            match s.1.pop_front() {
                Some(t) => {
                    t.unpark();
                    n -= 1;
                }
                None => break,
            }
        }
        s.0 += n;
    }
}
