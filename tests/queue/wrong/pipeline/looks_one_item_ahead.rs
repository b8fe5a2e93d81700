//! 다음 항목이 나온 뒤에야 지금 항목을 시작합니다.

use crossbeam::channel::bounded;
use std::thread;
pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    let (sender, receiver) = bounded(size);
    thread::scope(|scope| {
        scope.spawn(move || {
            let mut items = items.peekable();
            while let Some(item) = items.next() {
                let _ = items.peek();
                if sender.send(first(item)).is_err() {
                    return;
                }
            }
        });
        receiver.into_iter().map(second).collect()
    })
}
