use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

pub fn count(threads: usize) -> u64 {
    let total = AtomicU64::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| total.fetch_add(1, Ordering::SeqCst));
        }
    });
    total.into_inner()
}
