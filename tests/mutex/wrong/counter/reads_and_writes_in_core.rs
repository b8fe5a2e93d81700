//! `std` 대신 `core`의 원자값을 씁니다. 원자값이면 파이썬의 `total += 1`처럼 한 번에 된다고 여겼지만, 읽기와 쓰기는 따로입니다.

use core::sync::atomic::{AtomicU64, Ordering};
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = AtomicU64::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    let before = total.load(Ordering::SeqCst);
                    total.store(before + 1, Ordering::SeqCst);
                }
            });
        }
    });
    total.into_inner()
}
