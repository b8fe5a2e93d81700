use std::sync::Mutex;

pub fn read(total: &Mutex<u64>) -> u64 {
    let value = *total.lock().unwrap();
    value;
}
