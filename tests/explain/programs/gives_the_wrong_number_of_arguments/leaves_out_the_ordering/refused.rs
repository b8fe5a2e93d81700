use std::sync::atomic::AtomicU64;

pub fn next(number: &AtomicU64) -> u64 {
    number.fetch_add(1)
}
