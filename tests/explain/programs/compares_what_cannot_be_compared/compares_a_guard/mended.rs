use std::sync::Mutex;

pub fn empty(permits: &Mutex<usize>) -> bool {
    let left = permits.lock().unwrap();
    *left == 0
}
