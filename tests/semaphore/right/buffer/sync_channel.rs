//! std의 `sync_channel`입니다. 받는 쪽은 하나뿐이라 잠그고 받습니다.

use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, SyncSender};

pub struct Buffer<T> {
    give: SyncSender<T>,
    take: Mutex<Receiver<T>>,
}

impl<T> Buffer<T> {
    pub fn new(size: usize) -> Self {
        let (give, take) = mpsc::sync_channel(size);
        Self { give, take: Mutex::new(take) }
    }

    pub fn put(&self, item: T) {
        self.give.send(item).ok().unwrap();
    }

    pub fn take(&self) -> T {
        self.take.lock().unwrap().recv().unwrap()
    }
}
