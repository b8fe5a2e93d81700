//! 오류를 만날 때마다 덮어씁니다. 처음 것이 아니라 마지막 것을 돌려줍니다.

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
        let (mut results, mut failed) = (Vec::new(), None);
        for middle in receiver {
            match second(middle) {
                Ok(result) => results.push(result),
                Err(error) => failed = Some(error),
            }
        }
        failed.map_or(Ok(results), Err)
    })
}
