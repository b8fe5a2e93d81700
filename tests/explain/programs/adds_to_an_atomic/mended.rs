use std::sync::atomic::{AtomicU64, Ordering};

pub fn add(total: AtomicU64) -> u64 {
    total.fetch_add(1, Ordering::SeqCst);
    total.into_inner()
}
