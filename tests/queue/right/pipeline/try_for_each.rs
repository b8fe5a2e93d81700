//! 첫 단계를 `try_for_each`로 씁니다. 보내지 못하면 거기서 끝납니다.

use std::sync::mpsc;
use std::thread;

pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    let (sender, receiver) = mpsc::sync_channel(size);
    thread::scope(move |scope| {
        scope.spawn(move || items.map(first).try_for_each(|middle| sender.send(middle)).is_ok());
        receiver.into_iter().map(second).collect()
    })
}
