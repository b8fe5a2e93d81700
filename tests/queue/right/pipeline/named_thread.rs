//! 이름을 붙인 스레드에서 첫 단계를 하고, 실패하면 받는 끝을 버린 다음에 돌아갑니다.

use std::thread;

use crossbeam::channel;

pub fn run<T, M: Send, R, E>(
    items: impl Iterator<Item = T> + Send,
    size: usize,
    first: impl Fn(T) -> M + Send,
    second: impl Fn(M) -> Result<R, E>,
) -> Result<Vec<R>, E> {
    let (sender, receiver) = channel::bounded(size);
    thread::scope(move |scope| {
        thread::Builder::new()
            .name("첫 단계".into())
            .spawn_scoped(scope, move || {
                let mut items = items;
                while let Some(item) = items.next() {
                    match sender.send(first(item)) {
                        Ok(()) => continue,
                        Err(_hung_up) => break,
                    }
                }
            })
            .expect("스레드를 띄울 수 있습니다.");
        let mut results = Vec::new();
        while let Ok(middle) = receiver.recv() {
            match second(middle) {
                Ok(result) => results.push(result),
                Err(error) => {
                    drop(receiver);
                    return Err(error);
                }
            }
        }
        Ok(results)
    })
}
