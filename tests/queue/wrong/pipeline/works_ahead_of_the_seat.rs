//! 항목을 묶음으로 만들어 보냅니다. 사이에 있는 것은 묶음이라서, 항목은 몇 배로 쌓입니다.

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
            let mut items = items;
            loop {
                let batch: Vec<M> = items.by_ref().take(4).map(&first).collect();
                if batch.is_empty() || sender.send(batch).is_err() {
                    break;
                }
            }
        });
        receiver.into_iter().flatten().map(second).collect()
    })
}
