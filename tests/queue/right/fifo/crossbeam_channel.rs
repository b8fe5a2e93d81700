//! `crossbeam`의 채널을 품습니다. 두 끝을 모두 쥐고 있어서 닫히지 않습니다.

use crossbeam::channel::{self, Receiver, Sender};

pub struct Queue<T> {
    sender: Sender<T>,
    receiver: Receiver<T>,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        let (sender, receiver) = channel::unbounded();
        Self { sender, receiver }
    }

    pub fn put(&self, item: T) {
        self.sender.send(item).expect("받는 끝이 있습니다.");
    }

    pub fn get(&self) -> T {
        self.receiver.recv().expect("넣는 끝이 있습니다.")
    }
}
