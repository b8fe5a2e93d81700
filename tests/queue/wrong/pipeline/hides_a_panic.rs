//! 첫 단계의 패닉을 삼킵니다. 남은 항목이 빠진 결과를 성공이라고 돌려줍니다.

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
        let stage = scope.spawn(move || {
            for item in items {
                if sender.send(first(item)).is_err() {
                    break;
                }
            }
        });
        let results = receiver.into_iter().map(second).collect();
        let _ = stage.join();
        results
    })
}
