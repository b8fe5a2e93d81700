//! 합계를 읽고 더해 쓰는 사이에 다른 스레드가 씁니다.

use std::sync::atomic::{AtomicU64, Ordering};
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
    let total = AtomicU64::new(0);
    thread::scope(|scope| {
        for part in parts {
            let (total, work) = (&total, &work);
            scope.spawn(move || {
                let result = work(part);
                total.store(total.load(Ordering::SeqCst) + result, Ordering::SeqCst);
            });
        }
    });
    Ok(total.into_inner())
}
