use std::collections::VecDeque;
use std::sync::Mutex;

pub fn empty(items: &Mutex<VecDeque<u64>>) -> bool {
    let items = items.lock().unwrap();
    items.is_empty()
}
