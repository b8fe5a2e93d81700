use std::sync::{Condvar, Mutex};

pub fn made(items: &Mutex<Vec<u64>>) -> Condvar {
    Condvar::new(items)
}
