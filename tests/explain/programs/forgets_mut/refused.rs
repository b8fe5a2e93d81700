use std::sync::Mutex;

pub fn add(total: &Mutex<u64>) {
    let guard = total.lock().unwrap();
    *guard += 1;
}
