//! 표준 채널의 꺼내는 끝을 뮤텍스에 담습니다. 한 스레드가 채널에서, 나머지는 뮤텍스에서 기다립니다.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, PoisonError};

pub struct Queue<T> {
    sender: Sender<T>,
    receiver: Mutex<Receiver<T>>,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        let (sender, receiver) = mpsc::channel();
        Self { sender, receiver: Mutex::new(receiver) }
    }

    pub fn put(&self, item: T) {
        let _ = self.sender.send(item);
    }

    pub fn get(&self) -> T {
        let receiver = self.receiver.lock().unwrap_or_else(PoisonError::into_inner);
        receiver.recv().unwrap()
    }
}
