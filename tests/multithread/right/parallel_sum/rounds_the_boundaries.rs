//! 경계를 실수로 계산해 반올림합니다.

use std::thread;

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
    let parts = threads.min(numbers.len());
    let size = numbers.len() as f64 / parts as f64;
    let edge = |index: usize| (index as f64 * size).round() as usize;
    let mut results = vec![0; parts];
    thread::scope(|scope| {
        for (index, result) in results.iter_mut().enumerate() {
            let (work, part) = (&work, &numbers[edge(index)..edge(index + 1)]);
            scope.spawn(move || *result = work(part));
        }
    });
    Ok(results.iter().sum())
}
