use std::sync::atomic::AtomicU64;

pub fn add(mut total: AtomicU64) -> u64 {
    total += 1;
    total.into_inner()
}
