//! 읽고, 더하고, 쓴 다음에 풉니다.

use std::thread;

use parking_lot::Mutex;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    let mut guard = total.lock();
                    let after = *guard + 1;
                    *guard = after;
                    drop(guard);
                }
            });
        }
    });
    total.into_inner()
}
