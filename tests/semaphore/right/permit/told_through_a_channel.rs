//! 기다리는 스레드마다 한 칸짜리 채널을 두고, 돌아올 때마다 모두에게 다시 보라고 알립니다.

use std::sync::Mutex;

use crossbeam::channel::{self, Sender};

#[derive(Debug, PartialEq, Eq)]
pub struct TooMany;

pub struct Semaphore {
    total: usize,
    state: Mutex<(usize, Vec<Sender<()>>)>,
}

pub struct Permit<'a> {
    semaphore: &'a Semaphore,
    count: usize,
}

impl Semaphore {
    pub fn new(total: usize) -> Self {
        Self { total, state: Mutex::new((total, Vec::new())) }
    }

    pub fn value(&self) -> usize {
        self.state.lock().unwrap().0
    }

    pub fn acquire(&self, n: usize) -> Result<Permit<'_>, TooMany> {
        if n > self.total {
            return Err(TooMany);
        }
        loop {
            let mut state = self.state.lock().unwrap();
            if state.0 >= n {
                state.0 -= n;
                return Ok(Permit { semaphore: self, count: n });
            }
            let (tell, told) = channel::bounded(1);
            state.1.push(tell);
            drop(state);
            told.recv().unwrap();
        }
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let mut state = self.semaphore.state.lock().unwrap();
        state.0 += self.count;
        for tell in state.1.drain(..) {
            tell.send(()).unwrap();
        }
    }
}
