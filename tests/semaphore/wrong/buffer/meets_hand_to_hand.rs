//! 담아 두지 않고, 꺼낼 스레드가 와야 넘깁니다.

use crossbeam::channel::{self, Receiver, Sender};

pub struct Buffer<T> {
    give: Sender<T>,
    take: Receiver<T>,
}

impl<T> Buffer<T> {
    pub fn new(size: usize) -> Self {
        let (give, take) = channel::bounded(size - 1);
        Self { give, take }
    }

    pub fn put(&self, item: T) {
        self.give.send(item).unwrap();
    }

    pub fn take(&self) -> T {
        self.take.recv().unwrap()
    }
}
