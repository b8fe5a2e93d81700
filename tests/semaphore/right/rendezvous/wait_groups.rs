//! 모임마다 먼저 온 스레드들이 `WaitGroup`을 남기고, 마지막 스레드가 모두 버립니다.

use crossbeam::sync::WaitGroup;
use std::sync::{Condvar, Mutex};
#[derive(Default)]
pub struct Rendezvous {
    arrivals: Mutex<[u64; 2]>,
    changed: Condvar,
}
impl Rendezvous {
    pub fn new() -> Self {
        Self::default()
    }
    fn arrive(&self, me: usize) {
        let mut a = self.arrivals.lock().unwrap();
        a[me] += 1;
        let mine = a[me];
        self.changed.notify_one();
        let _a = self.changed.wait_while(a, |a| a[1 - me] < mine).unwrap();
    }
    pub fn first(&self) {
        self.arrive(0)
    }
    pub fn second(&self) {
        self.arrive(1)
    }
}
pub struct Barrier {
    size: usize,
    here: Mutex<Vec<WaitGroup>>,
}
impl Barrier {
    pub fn new(size: usize) -> Self {
        Self { size, here: Mutex::new(Vec::new()) }
    }
    pub fn wait(&self) {
        let mut here = self.here.lock().unwrap();
        if here.len() + 1 == self.size {
            here.clear();
            return;
        }
        let mine = WaitGroup::new();
        here.push(mine.clone());
        drop(here);
        mine.wait();
    }
}
