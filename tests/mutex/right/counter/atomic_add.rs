//! 읽고 더하고 쓰기를 한 동작으로 하는 원자 변수를 씁니다.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = AtomicU64::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    total.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    total.into_inner()
}
