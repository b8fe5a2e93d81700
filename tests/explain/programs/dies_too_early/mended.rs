use std::sync::{Mutex, MutexGuard};

pub fn keep() -> u64 {
    let total = Mutex::new(1);
    let guard: MutexGuard<'_, u64>;
    {
        guard = total.lock().unwrap();
    }
    *guard
}
