//! 절반씩 나누어 내려가며 띄웁니다.

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
    fn halves(numbers: &[u64], parts: usize, work: &(impl Fn(&[u64]) -> u64 + Sync)) -> u64 {
        if parts < 2 {
            return work(numbers);
        }
        let (short, few) = (numbers.len() / parts, parts / 2);
        // 긴 조각은 뒤쪽에 모읍니다.
        let longer = (numbers.len() % parts).saturating_sub(parts - few);
        let (first, rest) = numbers.split_at(short * few + longer);
        thread::scope(|scope| {
            let first = scope.spawn(|| halves(first, few, work));
            halves(rest, parts - few, work) + first.join().unwrap()
        })
    }
    match threads.min(numbers.len()) {
        0 => Ok(0),
        parts => Ok(halves(numbers, parts, &work)),
    }
}
