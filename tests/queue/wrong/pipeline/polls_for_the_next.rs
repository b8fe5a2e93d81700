//! 비어 있으면 1밀리초 자고 다시 묻습니다.

use std::thread;
use std::time::Duration;

use crossbeam::channel::{self, TryRecvError};

pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    thread::scope(|scope| {
        let (sender, receiver) = channel::bounded(size);
        scope.spawn(move || {
            for item in items {
                if sender.send(first(item)).is_err() {
                    break;
                }
            }
        });
        let mut results = Vec::new();
        loop {
            match receiver.try_recv() {
                Ok(middle) => results.push(second(middle)?),
                Err(TryRecvError::Empty) => thread::sleep(Duration::from_millis(1)),
                Err(TryRecvError::Disconnected) => return Ok(results),
            }
        }
    })
}
