use std::sync::atomic::{AtomicU64, Ordering};

static TOTAL: AtomicU64 = AtomicU64::new(0);

pub fn add() {
    TOTAL.fetch_add(1, Ordering::SeqCst);
}
