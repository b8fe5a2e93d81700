//! 뒤의 조각부터 띄우고, 저마다 한 번 잠가서 더합니다.

use std::sync::Mutex;
use std::thread;

#[derive(Debug, PartialEq, Eq)]
pub struct NoThreads;

fn even(numbers: &[u64], n: usize) -> Vec<&[u64]> {
    (0..n).map(|i| &numbers[i * numbers.len() / n..(i + 1) * numbers.len() / n]).collect()
}

pub fn sum(
    numbers: &[u64],
    threads: usize,
    work: impl Fn(&[u64]) -> u64 + Send + Sync,
) -> Result<u64, NoThreads> {
    if threads == 0 {
        return Err(NoThreads);
    }
    let n = threads.min(numbers.len());
    let total = Mutex::new(0u64);
    thread::scope(|s| {
        for (index, part) in even(numbers, n).into_iter().enumerate().rev() {
            let (total, work) = (&total, &work);
            thread::Builder::new()
                .name(format!("조각 {index}"))
                .spawn_scoped(s, move || {
                    let mine = work(part);
                    *total.lock().unwrap() += mine;
                })
                .unwrap();
        }
    });
    total.into_inner().map_err(|_| NoThreads)
}
