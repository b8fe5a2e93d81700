//! 한 칸짜리 채널에 든 표의 수가 그 정수입니다.

use crossbeam::channel::{self, Receiver, Sender};

#[derive(Debug, PartialEq, Eq)]
pub struct NotAcquired;

pub struct IntegerLock {
    give: Sender<()>,
    take: Receiver<()>,
}

impl IntegerLock {
    pub fn new() -> Self {
        let (give, take) = channel::bounded(1);
        give.send(()).unwrap();
        Self { give, take }
    }

    pub fn value(&self) -> i32 {
        self.take.len() as i32
    }

    pub fn acquire(&self) {
        self.take.recv().unwrap();
    }

    pub fn release(&self) -> Result<(), NotAcquired> {
        self.give.try_send(()).map_err(|_| NotAcquired)
    }
}
