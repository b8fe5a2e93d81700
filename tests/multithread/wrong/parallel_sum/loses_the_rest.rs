//! 길이를 `수 / 스레드`로 정해서, 나누어떨어지지 않으면 끝의 수를 잃습니다.

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
    let length = numbers.len() / threads;
    let parts = (0..threads).map(|index| &numbers[index * length..(index + 1) * length]);
    thread::scope(|scope| {
        let work = &work;
        let parts: Vec<_> = parts.map(|part| scope.spawn(move || work(part))).collect();
        Ok(parts.into_iter().map(|part| part.join().unwrap()).sum())
    })
}
