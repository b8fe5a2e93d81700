//! `send`의 실패를 지나칩니다. 받는 쪽이 없어도 첫 단계를 끝까지 합니다.

use std::thread;

use crossbeam::channel;

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
                let _ = sender.send(first(item));
            }
        });
        receiver.into_iter().map(second).collect()
    })
}
