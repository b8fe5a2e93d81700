//! 값을 바꾸려고 두 번까지만 다시 해 보고, 그래도 안 되면 그 1을 버립니다.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

pub fn count(threads: usize, times: usize) -> u64 {
    let total = AtomicU64::new(0);
    let add = || {
        for _ in 0..2 {
            let before = total.load(Ordering::SeqCst);
            if total.compare_exchange(before, before + 1, Ordering::SeqCst, Ordering::SeqCst).is_ok() {
                return;
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| (0..times).for_each(|_| add()));
        }
    });
    total.into_inner()
}
