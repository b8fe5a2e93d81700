//! 보내는 끝을 하나 더 쥐고 있습니다. 첫 단계가 끝나도 채널이 닫히지 않습니다.

use std::thread;

use crossbeam::channel;

pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    let (sender, receiver) = channel::bounded(size);
    let first_sender = sender.clone();
    let results = thread::scope(|scope| {
        scope.spawn(move || {
            for item in items {
                if first_sender.send(first(item)).is_err() {
                    break;
                }
            }
        });
        receiver.into_iter().map(second).collect()
    });
    drop(sender);
    results
}
