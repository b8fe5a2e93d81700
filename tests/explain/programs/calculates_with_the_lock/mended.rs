use std::sync::Mutex;

pub fn add(total: Mutex<u64>) -> Mutex<u64> {
    *total.lock().unwrap() += 1;
    total
}
