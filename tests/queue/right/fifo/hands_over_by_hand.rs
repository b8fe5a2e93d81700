//! 기다리는 스레드마다 제 상자가 있고, 넣는 쪽이 항목을 상자에 직접 넣어 줍니다.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::sync::mpsc::{self, SyncSender};

pub struct Queue<T> {
    state: Mutex<(VecDeque<T>, VecDeque<SyncSender<T>>)>,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        Self { state: Mutex::new((VecDeque::new(), VecDeque::new())) }
    }

    pub fn put(&self, item: T) {
        let mut state = self.state.lock().unwrap();
        match state.1.pop_front() {
            Some(waiter) => waiter.send(item).expect("기다리고 있습니다."),
            None => state.0.push_back(item),
        }
    }

    pub fn get(&self) -> T {
        let mut state = self.state.lock().unwrap();
        if let Some(item) = state.0.pop_front() {
            return item;
        }
        let (sender, receiver) = mpsc::sync_channel(1);
        state.1.push_back(sender);
        drop(state);
        receiver.recv().expect("넣는 쪽이 상자를 버리지 않습니다.")
    }
}
