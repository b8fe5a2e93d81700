//! 만남에서 `park`를 한 번만 하고, 누가 깨웠는지 보지 않습니다.

use std::sync::{Condvar, Mutex};
use std::thread::{self, Thread};
#[derive(Default)]
pub struct Rendezvous {
    other: Mutex<Option<Thread>>,
}
impl Rendezvous {
    pub fn new() -> Self {
        Self::default()
    }
    fn meet(&self) {
        let mut o = self.other.lock().unwrap();
        match o.take() {
            Some(t) => t.unpark(),
            None => {
                *o = Some(thread::current());
                drop(o);
                thread::park();
            }
        }
    }
    pub fn first(&self) {
        self.meet()
    }
    pub fn second(&self) {
        self.meet()
    }
}

pub struct Barrier {
    size: usize,
    state: Mutex<(usize, usize)>,
    turned: Condvar,
}
impl Barrier {
    pub fn new(size: usize) -> Self {
        Self { size, state: Mutex::new((0, 0)), turned: Condvar::new() }
    }
    pub fn wait(&self) {
        let mut s = self.state.lock().unwrap();
        let mine = s.1;
        s.0 += 1;
        if s.0 == self.size {
            s.0 = 0;
            s.1 += 1;
            self.turned.notify_all();
            return;
        }
        while s.1 == mine {
            s = self.turned.wait(s).unwrap();
        }
    }
}
