//! 0이면 1로 바꿉니다. 쌓지 않고 건네라는 뜻의 0이 사라집니다.

use std::thread;

use crossbeam::channel;

pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    thread::scope(|scope| {
        let (sender, receiver) = channel::bounded(size.max(1));
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
