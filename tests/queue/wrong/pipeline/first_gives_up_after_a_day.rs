//! 하루가 지나도록 자리가 나지 않으면 첫 단계가 그만둡니다.

use std::thread;
use std::time::Duration;

use crossbeam::channel;

pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    let (sender, receiver) = channel::bounded(size);
    thread::scope(|scope| {
        scope.spawn(move || {
            for i in items {
                if sender.send_timeout(first(i), Duration::from_secs(86_400)).is_err() {
                    return;
                }
            }
        });
        receiver.into_iter().map(second).collect()
    })
}
