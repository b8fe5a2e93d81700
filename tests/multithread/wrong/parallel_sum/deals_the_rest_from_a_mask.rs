//! 나머지를 앞의 64조각에만 나눕니다.

use std::thread;

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
    let work = &work;
    let mut rest = numbers;
    Ok(thread::scope(|scope| {
        let mut handles = Vec::new();
        for index in 0..parts {
            let (length, more) = (numbers.len() / parts, numbers.len() % parts);
            let mask: u64 = if more >= 64 { u64::MAX } else { (1 << more) - 1 };
            let length = length + usize::from(index < 64 && mask >> index & 1 == 1);
            let length = if index == parts - 1 { rest.len() } else { length };
            let (part, left) = rest.split_at(length);
            rest = left;
            handles.push(scope.spawn(move || work(part)));
        }
        handles.into_iter().map(|handle| handle.join().unwrap()).sum()
    }))
}
