//! 카드를 돌리듯 하나씩 번갈아 나누어 줍니다. 조각이 이어져 있지 않습니다.

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
    thread::scope(|scope| {
        let work = &work;
        let dealt = (0..threads).map(|index| numbers.iter().skip(index).step_by(threads));
        let parts = dealt.map(|own| own.map(|number| std::slice::from_ref(number)));
        let parts: Vec<_> = parts.map(|own| scope.spawn(move || own.map(work).sum::<u64>())).collect();
        Ok(parts.into_iter().map(|part| part.join().unwrap()).sum())
    })
}
