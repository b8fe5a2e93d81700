//! 첫 조각은 스스로 계산하고, 나머지만 띄웁니다.

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
    let threads = threads.min(numbers.len());
    let bound = |index: usize| (index as u128 * numbers.len() as u128 / threads as u128) as usize;
    let parts = (0..threads).map(|index| &numbers[bound(index)..bound(index + 1)]);
    let mut parts = parts;
    let Some(own) = parts.next() else { return Ok(0) };
    thread::scope(|scope| {
        let work = &work;
        let others: Vec<_> = parts.map(|part| scope.spawn(move || work(part))).collect();
        Ok(others.into_iter().fold(work(own), |total, part| total + part.join().unwrap()))
    })
}
