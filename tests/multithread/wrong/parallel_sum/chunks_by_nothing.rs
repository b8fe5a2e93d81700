//! 수가 스레드보다 적으면 길이가 0이 되어 `chunks`가 패닉합니다.

use std::thread;

/// 일할 스레드가 하나도 없습니다.
#[derive(Debug, PartialEq, Eq)]
pub struct NoThreads;

pub fn sum(
    numbers: &[u64],
    threads: usize,
    work: impl Fn(&[u64]) -> u64 + Send + Sync,
) -> Result<u64, NoThreads> {
    if threads == 0 {
        return Err(NoThreads);
    }
    let parts = numbers.chunks(numbers.len() / threads);
    thread::scope(|scope| {
        let work = &work;
        let parts: Vec<_> = parts.map(|part| scope.spawn(move || work(part))).collect();
        Ok(parts.into_iter().map(|part| part.join().unwrap()).sum())
    })
}
