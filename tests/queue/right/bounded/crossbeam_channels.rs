//! 크기에 맞는 `crossbeam` 채널을 품습니다. 0이면 한도가 없는 채널입니다.

use std::time::Duration;

use crossbeam::channel::{self, Receiver, SendTimeoutError, Sender, TrySendError};

#[derive(Debug, PartialEq, Eq)]
pub struct Full<T>(pub T);

#[derive(Debug, PartialEq, Eq)]
pub struct Empty;

pub struct Queue<T> {
    sender: Sender<T>,
    receiver: Receiver<T>,
}

impl<T> Queue<T> {
    pub fn new(maxsize: usize) -> Self {
        // 담을 수 없을 만큼 큰 수는 한도가 없는 것과 같습니다.
        let (sender, receiver) = match maxsize {
            0 => channel::unbounded(),
            _ if maxsize > 1 << 20 => channel::unbounded(),
            _ => channel::bounded(maxsize),
        };
        Self { sender, receiver }
    }

    pub fn qsize(&self) -> usize {
        self.receiver.len()
    }

    pub fn put(&self, item: T) {
        self.sender.send(item).unwrap_or_else(|_| unreachable!("받는 끝이 있습니다."));
    }

    pub fn try_put(&self, item: T) -> Result<(), Full<T>> {
        self.sender.try_send(item).map_err(|error| match error {
            TrySendError::Full(item) | TrySendError::Disconnected(item) => Full(item),
        })
    }

    pub fn put_timeout(&self, item: T, limit: Duration) -> Result<(), Full<T>> {
        self.sender.send_timeout(item, limit).map_err(|error| match error {
            SendTimeoutError::Timeout(item) | SendTimeoutError::Disconnected(item) => Full(item),
        })
    }

    pub fn get(&self) -> T {
        self.receiver.recv().unwrap()
    }

    pub fn try_get(&self) -> Result<T, Empty> {
        self.receiver.try_recv().map_err(|_| Empty)
    }

    pub fn get_timeout(&self, limit: Duration) -> Result<T, Empty> {
        self.receiver.recv_timeout(limit).map_err(|_| Empty)
    }
}
