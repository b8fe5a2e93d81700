//! 계산을 마친 다음에 잠그고 더합니다.

use std::thread;

use parking_lot::Mutex;

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
    let total = Mutex::new(0);
    thread::scope(|scope| {
        for part in parts {
            let (total, work) = (&total, &work);
            scope.spawn(move || {
                let result = work(part);
                *total.lock() += result;
            });
        }
    });
    Ok(total.into_inner())
}
