//! 남은 조각을 쉬지 않고 세며 기다립니다.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
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
    let (total, left) = (AtomicU64::new(0), AtomicUsize::new(threads));
    thread::scope(|scope| {
        for part in parts {
            let (total, left, work) = (&total, &left, &work);
            scope.spawn(move || {
                total.fetch_add(work(part), Ordering::SeqCst);
                left.fetch_sub(1, Ordering::SeqCst);
            });
        }
        while left.load(Ordering::SeqCst) > 0 {
            std::hint::spin_loop();
        }
    });
    Ok(total.into_inner())
}
