//! 계산하는 동안은 잠글 것이 없다고 보고 일찍 풉니다. 파이썬의 `release()`처럼 빨리 풀수록 좋다고 여긴 것입니다.

use std::thread;

use parking_lot::Mutex;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    let guard = total.lock();
                    let after = *guard + 1;
                    drop(guard);
                    *total.lock() = after;
                }
            });
        }
    });
    total.into_inner()
}
