use std::sync::Mutex;

pub fn read(total: &Mutex<u64>) -> u64 {
    *total.lock().unwrap()
}
