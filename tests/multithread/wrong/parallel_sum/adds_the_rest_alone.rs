//! 나누고 남은 수는 다 기다린 뒤에 혼자 계산합니다.

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
    let length = (numbers.len() / threads).max(1);
    let (even, rest) = numbers.split_at(numbers.len() / length * length);
    let parts = even.chunks(length);
    let total: Result<u64, NoThreads> = thread::scope(|scope| {
        let work = &work;
        let parts: Vec<_> = parts.map(|part| scope.spawn(move || work(part))).collect();
        Ok(parts.into_iter().map(|part| part.join().unwrap()).sum())
    });
    Ok(total? + rest.iter().map(|number| work(std::slice::from_ref(number))).sum::<u64>())
}
