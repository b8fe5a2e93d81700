//! 조각의 결과를 채널로 받아 더합니다.

use std::sync::mpsc;
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
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for part in parts {
            let (sender, work) = (sender.clone(), &work);
            scope.spawn(move || sender.send(work(part)).unwrap());
        }
        drop(sender);
        Ok(receiver.into_iter().sum())
    })
}
