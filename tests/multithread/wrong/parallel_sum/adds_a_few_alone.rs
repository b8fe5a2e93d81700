//! 수가 적으면 나누지 않고 스스로 계산합니다.

use std::thread;

#[derive(Debug, PartialEq, Eq)]
pub struct NoThreads;

fn spread<'a>(parts: Vec<&'a [u64]>, work: impl Fn(&[u64]) -> u64 + Send + Sync) -> u64 {
    let work = &work;
    thread::scope(|s| {
        let handles: Vec<_> = parts.into_iter().map(|p| s.spawn(move || work(p))).collect();
        handles.into_iter().map(|h| h.join().unwrap()).sum()
    })
}

fn even(numbers: &[u64], n: usize) -> Vec<&[u64]> {
    (0..n).map(|i| &numbers[i * numbers.len() / n..(i + 1) * numbers.len() / n]).collect()
}

pub fn sum(
    numbers: &[u64],
    threads: usize,
    work: impl Fn(&[u64]) -> u64 + Send + Sync,
) -> Result<u64, NoThreads> {
    if threads == 0 {
        return Err(NoThreads);
    }
    if numbers.len() < 4 {
        return Ok(if numbers.is_empty() { 0 } else { work(numbers) });
    }
    Ok(spread(even(numbers, threads.min(numbers.len())), work))
}
