//! 나머지를 모두 마지막 조각에 붙입니다. 모두가 그 조각을 기다립니다.

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
    let length = numbers.len() / threads.max(1);
    let parts = (0..threads).map(|index| match index + 1 == threads {
        true => &numbers[index * length..],
        false => &numbers[index * length..(index + 1) * length],
    });
    thread::scope(|scope| {
        let work = &work;
        let parts: Vec<_> = parts.map(|part| scope.spawn(move || work(part))).collect();
        Ok(parts.into_iter().map(|part| part.join().unwrap()).sum())
    })
}
