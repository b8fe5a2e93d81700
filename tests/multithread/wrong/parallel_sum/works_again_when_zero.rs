//! 결과가 0이면 못 한 것으로 보고 `work`를 다시 부릅니다.

use std::thread;

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
    let work = &work;
    Ok(thread::scope(|scope| {
        let threads: Vec<_> =
            cut(numbers, threads).into_iter().map(|p| (p, scope.spawn(move || work(p)))).collect();
        threads
            .into_iter()
            .map(|(p, h)| {
                let result = h.join().unwrap();
                if result == 0 { work(p) } else { result }
            })
            .sum()
    }))
}
