//! 원자 변수면 잠글 것이 없다고 보고 읽기와 쓰기를 나눕니다. 파이썬의 `total += 1`처럼 한 동작으로 여긴 것입니다.

use std::thread;

use crossbeam::atomic::AtomicCell;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = AtomicCell::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    total.store(total.load() + 1);
                }
            });
        }
    });
    total.load()
}
