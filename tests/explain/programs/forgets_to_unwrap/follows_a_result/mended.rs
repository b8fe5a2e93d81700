use std::sync::Mutex;

pub fn add(total: &Mutex<u64>) {
    let mut guard = total.lock().unwrap();
    *guard += 1;
}
