use std::sync::atomic::{AtomicU64, Ordering};

pub fn next(number: &AtomicU64) -> u64 {
    number.fetch_add(1, Ordering::SeqCst)
}
