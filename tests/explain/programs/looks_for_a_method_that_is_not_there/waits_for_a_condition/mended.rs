use std::sync::{Condvar, Mutex};

pub fn first(items: &Mutex<Vec<u64>>, changed: &Condvar) -> Option<u64> {
    let items = items.lock().unwrap();
    let mut items = changed.wait_while(items, |items| items.is_empty()).unwrap();
    items.pop()
}
