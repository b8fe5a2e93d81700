use std::sync::Mutex;

pub fn next(total: &Mutex<u64>) -> u64 {
    let guard = total.lock().unwrap();
    guard + 1
}
