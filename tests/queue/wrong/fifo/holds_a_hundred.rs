//! 백 개까지만 담고, 차면 `put`이 기다립니다.

use crossbeam::channel::{Receiver, Sender, bounded};
pub struct Queue<T> {
    tx: Sender<T>,
    rx: Receiver<T>,
}
impl<T> Queue<T> {
    pub fn new() -> Self {
        let (tx, rx) = bounded(100);
        Self { tx, rx }
    }
    pub fn put(&self, item: T) {
        let _ = self.tx.send(item);
    }
    pub fn get(&self) -> T {
        self.rx.recv().unwrap()
    }
}
