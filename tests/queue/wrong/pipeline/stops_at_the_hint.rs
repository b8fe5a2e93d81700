//! `size_hint`의 아래쪽 수만큼 하면 다 한 것으로 봅니다.

use std::thread;

use crossbeam::channel;

pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    let n = items.size_hint().0;
    let (sender, receiver) = channel::bounded(size);
    thread::scope(|scope| {
        scope.spawn(move || {
            for i in items {
                if sender.send(first(i)).is_err() {
                    return;
                }
            }
        });
        let mut out = Vec::new();
        for m in receiver {
            out.push(second(m)?);
            if n > 0 && out.len() == n {
                break;
            }
        }
        Ok(out)
    })
}
