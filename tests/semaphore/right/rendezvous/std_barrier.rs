//! std의 `Barrier`를 그대로 씁니다. 만남은 둘의 모임입니다.

use std::sync;

pub struct Rendezvous(sync::Barrier);

impl Rendezvous {
    pub fn new() -> Self {
        Self(sync::Barrier::new(2))
    }

    pub fn first(&self) {
        self.0.wait();
    }

    pub fn second(&self) {
        self.0.wait();
    }
}

pub struct Barrier(sync::Barrier);

impl Barrier {
    pub fn new(size: usize) -> Self {
        Self(sync::Barrier::new(size))
    }

    pub fn wait(&self) {
        self.0.wait();
    }
}
