//! 사이의 채널에 한도가 없습니다. 뒤가 느리면 항목이 끝없이 쌓입니다.

use std::thread;

use crossbeam::channel;

pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    _size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    thread::scope(|scope| {
        let (sender, receiver) = channel::unbounded();
        scope.spawn(move || {
            for item in items {
                if sender.send(first(item)).is_err() {
                    break;
                }
            }
        });
        receiver.into_iter().map(second).collect()
    })
}
