//! `for`에 받는 끝을 옮기고 `?`로 나갑니다. 나가는 길에 받는 끝이 사라집니다.

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
                if sender.send(first(item)).is_err() {
                    break;
                }
            }
        });
        let mut results = Vec::new();
        for middle in receiver {
            results.push(second(middle)?);
        }
        Ok(results)
    })
}
