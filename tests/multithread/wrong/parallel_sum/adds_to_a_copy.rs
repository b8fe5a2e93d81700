//! `move`가 합계를 스레드마다 복사합니다. 스레드는 복사본에 더하고, 바깥의 합계는 0으로 남습니다.

#![allow(unused_assignments, reason = "이 경고가 바로 그 실수를 가리킵니다")]

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
    let mut total = 0;
    thread::scope(|scope| {
        for part in parts {
            let work = &work;
            scope.spawn(move || total += work(part));
        }
    });
    Ok(total)
}
