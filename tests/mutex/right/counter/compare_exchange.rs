//! 읽은 값이 그대로일 때만 바꾸고, 그사이 바뀌었으면 새 값으로 다시 합니다.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

fn add_one(total: &AtomicU64) {
    let mut seen = total.load(Ordering::Relaxed);
    while let Err(now) = total.compare_exchange(seen, seen + 1, Ordering::Relaxed, Ordering::Relaxed) {
        seen = now;
    }
}

pub fn count(threads: usize, times: usize) -> u64 {
    let total = AtomicU64::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| (0..times).for_each(|_| add_one(&total)));
        }
    });
    total.into_inner()
}
