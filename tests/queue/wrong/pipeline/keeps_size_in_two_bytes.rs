//! `size`를 두 바이트에 담아서, 65537이 1이 됩니다.

use std::thread;

use crossbeam::channel;

pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    let (sender, receiver) = channel::bounded(size as u16 as usize);
    thread::scope(|scope| {
        scope.spawn(move || {
            for i in items {
                if sender.send(first(i)).is_err() {
                    return;
                }
            }
        });
        receiver.into_iter().map(second).collect()
    })
}
