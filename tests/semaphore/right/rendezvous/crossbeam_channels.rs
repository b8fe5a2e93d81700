//! 만남은 채널 둘로, 모임은 모임마다 새로 만든 채널이 닫히는 것으로 알립니다.

use std::sync::Mutex;

use crossbeam::channel::{self, Receiver, Sender};

pub struct Rendezvous {
    first: (Sender<()>, Receiver<()>),
    second: (Sender<()>, Receiver<()>),
}

impl Rendezvous {
    pub fn new() -> Self {
        Self { first: channel::unbounded(), second: channel::unbounded() }
    }

    pub fn first(&self) {
        self.first.0.send(()).unwrap();
        self.second.1.recv().unwrap();
    }

    pub fn second(&self) {
        self.second.0.send(()).unwrap();
        self.first.1.recv().unwrap();
    }
}

struct Round {
    came: usize,
    _open: Sender<()>,
    closed: Receiver<()>,
}

impl Round {
    fn new() -> Self {
        let (_open, closed) = channel::bounded(0);
        Self { came: 0, _open, closed }
    }
}

pub struct Barrier {
    size: usize,
    round: Mutex<Round>,
}

impl Barrier {
    pub fn new(size: usize) -> Self {
        Self { size, round: Mutex::new(Round::new()) }
    }

    pub fn wait(&self) {
        let mut round = self.round.lock().unwrap();
        round.came += 1;
        if round.came == self.size {
            *round = Round::new();
            return;
        }
        let closed = round.closed.clone();
        drop(round);
        let _ = closed.recv();
    }
}
