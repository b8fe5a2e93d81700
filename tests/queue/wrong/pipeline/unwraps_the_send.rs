//! `send`의 실패를 `unwrap`합니다. 둘째 단계가 실패하면 첫 단계는 멈추는 대신 패닉합니다.

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
                sender.send(first(item)).unwrap();
            }
        });
        receiver.into_iter().map(second).collect()
    })
}
