//! 수가 적어도 스레드를 다 띄워서 빈 조각을 맡깁니다.

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
    let bound = |index: usize| (index as u128 * numbers.len() as u128 / threads as u128) as usize;
    let parts = (0..threads.min(1_000)).map(|index| &numbers[bound(index)..bound(index + 1)]);
    thread::scope(|scope| {
        let work = &work;
        let parts: Vec<_> = parts.map(|part| scope.spawn(move || work(part))).collect();
        Ok(parts.into_iter().map(|part| part.join().unwrap()).sum())
    })
}
