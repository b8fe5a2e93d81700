//! 처음 수만큼만 담는 채널에 든 표가 허가입니다. 넘치는 표는 들어가지 않습니다.

use std::time::Duration;

use crossbeam::channel::{self, Receiver, Sender};

#[derive(Debug, PartialEq, Eq)]
pub struct ReleasedTooOften;

pub struct BoundedSemaphore {
    give: Sender<()>,
    take: Receiver<()>,
}

impl BoundedSemaphore {
    pub fn new(total: usize) -> Self {
        let (give, take) = channel::bounded(total);
        (0..total).for_each(|_| give.send(()).unwrap());
        Self { give, take }
    }

    pub fn value(&self) -> usize {
        self.take.len()
    }

    pub fn try_acquire(&self) -> bool {
        self.take.try_recv().is_ok()
    }

    pub fn acquire_timeout(&self, limit: Duration) -> bool {
        self.take.recv_timeout(limit).is_ok()
    }

    pub fn release(&self) -> Result<(), ReleasedTooOften> {
        self.give.try_send(()).map_err(|_| ReleasedTooOften)
    }
}
