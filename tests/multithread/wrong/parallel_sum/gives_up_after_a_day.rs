//! 하루가 지나도록 결과가 오지 않으면 빼고 더합니다.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub struct NoThreads;

fn cut(numbers: &[u64], threads: usize) -> Vec<&[u64]> {
    let n = threads.min(numbers.len());
    if n == 0 {
        return vec![];
    }
    let (base, extra) = (numbers.len() / n, numbers.len() % n);
    let mut rest = numbers;
    (0..n)
        .map(|i| {
            let (a, b) = rest.split_at(base + usize::from(i < extra));
            rest = b;
            a
        })
        .collect()
}

pub fn sum(
    numbers: &[u64],
    threads: usize,
    work: impl Fn(&[u64]) -> u64 + Send + Sync,
) -> Result<u64, NoThreads> {
    if threads == 0 {
        return Err(NoThreads);
    }
    let (sender, receiver) = mpsc::channel();
    let work = &work;
    Ok(thread::scope(|scope| {
        for p in cut(numbers, threads) {
            let sender = sender.clone();
            scope.spawn(move || {
                let _ = sender.send(work(p));
            });
        }
        drop(sender);
        let mut t = 0;
        while let Ok(result) = receiver.recv_timeout(Duration::from_secs(86_400)) {
            t += result;
        }
        t
    }))
}
