//! 스레드의 수를 `u32`로 바꿉니다. 아래 32비트가 0인 수는 0이 됩니다.

use std::thread;

/// 일할 스레드가 하나도 없습니다.
#[derive(Debug, PartialEq, Eq)]
pub struct NoThreads;

pub fn sum(
    numbers: &[u64],
    threads: usize,
    work: impl Fn(&[u64]) -> u64 + Send + Sync,
) -> Result<u64, NoThreads> {
    let threads = threads as u32;
    if threads == 0 {
        return Err(NoThreads);
    }
    let parts = (threads as usize).min(numbers.len());
    let part = |index: usize| &numbers[index * numbers.len() / parts..(index + 1) * numbers.len() / parts];
    thread::scope(|scope| {
        let work = &work;
        let all: Vec<_> = (0..parts).map(|index| scope.spawn(move || work(part(index)))).collect();
        Ok(all.into_iter().map(|one| one.join().unwrap()).sum())
    })
}
