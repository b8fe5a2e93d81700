//! 둘째 단계가 실패하면, 그때 하던 첫 단계의 패닉은 버립니다.

use std::thread;

use crossbeam::channel::bounded;

pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    thread::scope(|scope| {
        let (made, coming) = bounded(size);
        let stage = scope.spawn(move || {
            for item in items {
                if made.send(first(item)).is_err() {
                    return;
                }
            }
        });
        let results: Result<Vec<R>, E> = coming.into_iter().map(second).collect();
        let ended = stage.join();
        if results.is_ok() {
            ended.unwrap();
        }
        results
    })
}
