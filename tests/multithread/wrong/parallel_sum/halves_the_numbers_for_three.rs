//! 수를 늘 반으로 나누고 스레드만 절반씩 맡깁니다. 스레드가 셋이면 조각의 길이가 크게 다릅니다.

use std::thread;

#[derive(Debug, PartialEq, Eq)]
pub struct NoThreads;

fn halve(numbers: &[u64], threads: usize, work: &(impl Fn(&[u64]) -> u64 + Send + Sync)) -> u64 {
    if threads == 1 {
        return thread::scope(|scope| scope.spawn(|| work(numbers)).join().unwrap());
    }
    let (left, right) = numbers.split_at(numbers.len() / 2);
    thread::scope(|scope| {
        let left = scope.spawn(move || halve(left, threads / 2, work));
        let right = halve(right, threads - threads / 2, work);
        left.join().unwrap() + right
    })
}

pub fn sum(
    numbers: &[u64],
    threads: usize,
    work: impl Fn(&[u64]) -> u64 + Send + Sync,
) -> Result<u64, NoThreads> {
    match threads.min(numbers.len()) {
        _ if threads == 0 => Err(NoThreads),
        0 => Ok(0),
        threads => Ok(halve(numbers, threads, &work)),
    }
}
