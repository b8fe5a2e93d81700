//! 꺼낸 만큼에 1을 얹어 도로 더합니다.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = AtomicU64::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    let taken = total.swap(0, Ordering::AcqRel);
                    total.fetch_add(taken + 1, Ordering::AcqRel);
                }
            });
        }
    });
    total.into_inner()
}
