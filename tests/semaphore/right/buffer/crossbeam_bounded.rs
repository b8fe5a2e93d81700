//! crossbeam의 한도 있는 채널이 곧 버퍼입니다.

use crossbeam::channel::{self, Receiver, Sender};

pub struct Buffer<T> {
    give: Sender<T>,
    take: Receiver<T>,
}

impl<T> Buffer<T> {
    pub fn new(size: usize) -> Self {
        let (give, take) = channel::bounded(size);
        Self { give, take }
    }

    pub fn put(&self, item: T) {
        self.give.send(item).ok().unwrap();
    }

    pub fn take(&self) -> T {
        self.take.recv().unwrap()
    }
}
