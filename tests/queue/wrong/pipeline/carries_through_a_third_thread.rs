//! 사이에 나르는 스레드를 하나 더 두어, 하나가 더 앞서갑니다.

use std::thread;

use crossbeam::channel::bounded;

pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    thread::scope(|scope| {
        let (made, waiting) = bounded(size);
        let (handed, coming) = bounded(0);
        scope.spawn(move || {
            for item in items {
                if made.send(first(item)).is_err() {
                    return;
                }
            }
        });
        scope.spawn(move || {
            for made in waiting {
                if handed.send(made).is_err() {
                    return;
                }
            }
        });
        coming.into_iter().map(second).collect()
    })
}
