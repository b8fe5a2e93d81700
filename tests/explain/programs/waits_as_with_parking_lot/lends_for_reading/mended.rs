use std::sync::{Condvar, Mutex};

pub fn wait(items: &Mutex<Vec<u64>>, filled: &Condvar) {
    let mut items = items.lock().unwrap();
    while items.is_empty() {
        items = filled.wait(items).unwrap();
    }
    items.clear();
}
