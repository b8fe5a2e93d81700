//! 수가 스레드보다 적으면 스레드를 띄우지 않고 혼자 조각마다 계산합니다.

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
    if numbers.len() < threads {
        return Ok(numbers.chunks(1).map(work).sum());
    }
    let (each, more) = (numbers.len() / threads, numbers.len() % threads);
    let (long, short) = numbers.split_at(more * (each + 1));
    let work = &work;
    Ok(thread::scope(|scope| {
        let parts = long.chunks(each + 1).chain(short.chunks(each));
        let handles: Vec<_> = parts.map(|part| scope.spawn(move || work(part))).collect();
        handles.into_iter().map(|handle| handle.join().unwrap()).sum()
    }))
}
