//! 받는 끝이 `scope` 밖에 살아 있습니다. 둘째 단계가 실패해도 받는 끝은 사라지지 않아서, 기다리던 `send`가 돌아오지
//! 않습니다.

use std::thread;

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
            for item in items {
                if sender.send(first(item)).is_err() {
                    break;
                }
            }
        });
        receiver.iter().map(second).collect()
    })
}
