//! 실패하면 받는 끝을 제 손으로 버립니다. 첫 단계를 `join`한 다음에 오류를 돌려줍니다.

use std::panic::resume_unwind;
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
            for middle in items.map(first) {
                let Ok(()) = sender.send(middle) else { return };
            }
        });
        let mut results = Vec::new();
        let mut outcome = Ok(());
        for middle in &receiver {
            match second(middle) {
                Ok(result) => results.push(result),
                Err(error) => {
                    outcome = Err(error);
                    break;
                }
            }
        }
        drop(receiver);
        if let Err(payload) = stage.join() {
            resume_unwind(payload);
        }
        outcome.map(|()| results)
    })
}
