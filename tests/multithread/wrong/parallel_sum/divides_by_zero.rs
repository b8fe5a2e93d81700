//! 스레드가 0개인지 묻지 않고 나눕니다.

use std::thread;

/// 일할 스레드가 하나도 없습니다.
#[derive(Debug, PartialEq, Eq)]
pub struct NoThreads;

pub fn sum(
    numbers: &[u64],
    threads: usize,
    work: impl Fn(&[u64]) -> u64 + Send + Sync,
) -> Result<u64, NoThreads> {
    let length = numbers.len() / threads;
    let extra = numbers.len() % threads;
    let mut rest = numbers;
    let parts = (0..threads.min(numbers.len())).map(|index| {
        let part;
        (part, rest) = rest.split_at(length + usize::from(index < extra));
        part
    });
    thread::scope(|scope| {
        let work = &work;
        let parts: Vec<_> = parts.map(|part| scope.spawn(move || work(part))).collect();
        Ok(parts.into_iter().map(|part| part.join().unwrap()).sum())
    })
}
