//! 스레드마다 제 몫을 센 다음, 한 번만 잠그고 더합니다.

use std::thread;

use parking_lot::Mutex;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut mine = 0;
                for _ in 0..times {
                    mine += 1;
                }
                *total.lock() += mine;
            });
        }
    });
    total.into_inner()
}
