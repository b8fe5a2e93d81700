use std::sync::{Mutex, MutexGuard};

pub fn open(total: &Mutex<u64>) -> MutexGuard<'_, u64> {
    total.lock().unwrap()
}
