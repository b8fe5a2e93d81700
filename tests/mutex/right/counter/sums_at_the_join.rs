//! 스레드마다 제 몫을 세고, `join`이 돌려준 값을 모두 더합니다.

use crossbeam::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    thread::scope(|scope| {
        let workers: Vec<_> =
            (0..threads).map(|_| scope.spawn(|_| (0..times).map(|_| 1).sum::<u64>())).collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).sum()
    })
    .unwrap()
}
