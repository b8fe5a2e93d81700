//! 표준 채널입니다. `sync_channel`의 한도도 같은 뜻입니다.

use std::sync::mpsc;
use std::thread;

pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::sync_channel(size);
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
