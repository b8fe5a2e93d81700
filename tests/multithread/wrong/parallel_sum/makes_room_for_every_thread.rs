//! 부탁받은 스레드의 수만큼 자리부터 마련합니다. 수보다 훨씬 많이 부탁받으면, 쓰지도 않을 자리를 마련하다 패닉합니다.

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
    let mut parts = Vec::with_capacity(threads);
    let mut rest = numbers;
    for left in (1..=threads.min(numbers.len())).rev() {
        let (part, others) = rest.split_at(rest.len().div_ceil(left));
        parts.push(part);
        rest = others;
    }
    thread::scope(|scope| {
        let work = &work;
        let threads: Vec<_> = parts.into_iter().map(|part| scope.spawn(move || work(part))).collect();
        Ok(threads.into_iter().map(|thread| thread.join().unwrap()).sum())
    })
}
