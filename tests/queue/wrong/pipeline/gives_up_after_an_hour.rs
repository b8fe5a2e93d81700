//! 한 시간 동안 오는 것이 없으면 끝난 것으로 칩니다.

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
            for item in items {
                if sender.send(first(item)).is_err() {
                    return;
                }
            }
        });
        let receiver = receiver;
        let mut out = vec![];
        while let Ok(m) = receiver.recv_timeout(std::time::Duration::from_secs(3600)) {
            out.push(second(m)?);
        }
        Ok(out)
    })
}
