//! 채널을 하나 더 크게 만듭니다. 첫 단계가 한 항목만큼 더 앞서갑니다.

use std::thread;

use crossbeam::channel;

pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    thread::scope(|scope| {
        let (sender, receiver) = channel::bounded(size.saturating_add(1));
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
