use std::sync::atomic::AtomicUsize;

pub struct Counter {
    pub total: AtomicUsize,
}

pub fn new(total: usize) -> Counter {
    Counter { total: total }
}
