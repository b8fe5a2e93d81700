use std::sync::{Condvar, Mutex};

pub fn take(items: &Mutex<Vec<u64>>, filled: &Condvar) -> Option<u64> {
    let mut items = items.lock().unwrap();
    while items.is_empty() {
        items = filled.wait(items).unwrap();
    }
    items.pop()
}
