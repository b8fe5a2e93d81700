//! 스레드들이 조각을 번호표처럼 하나씩 집어 갑니다. 먼저 마친 스레드가 남의 조각까지 계산합니다.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering::Relaxed};
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
    let parts = threads.min(numbers.len());
    let (next, total) = (AtomicUsize::new(0), AtomicU64::new(0));
    thread::scope(|scope| {
        for _ in 0..parts {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Relaxed);
                    if index >= parts {
                        return;
                    }
                    let from = index * numbers.len() / parts;
                    let to = (index + 1) * numbers.len() / parts;
                    total.fetch_add(work(&numbers[from..to]), Relaxed);
                }
            });
        }
    });
    Ok(total.into_inner())
}
