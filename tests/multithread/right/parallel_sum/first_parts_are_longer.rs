//! 나머지를 앞의 조각에 하나씩 나누어 줍니다.

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
    let threads = threads.min(numbers.len()).max(1);
    let (length, extra) = (numbers.len() / threads, numbers.len() % threads);
    let (long, short) = numbers.split_at(extra * (length + 1));
    let long = long.chunks(length + 1);
    let parts = long.chain(short.chunks(length.max(1)));
    thread::scope(|scope| {
        let work = &work;
        let parts: Vec<_> = parts.map(|part| scope.spawn(move || work(part))).collect();
        Ok(parts.into_iter().map(|part| part.join().unwrap()).sum())
    })
}
