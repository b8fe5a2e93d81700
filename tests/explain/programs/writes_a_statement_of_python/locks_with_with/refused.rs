use std::sync::Mutex;

pub fn add(total: &Mutex<u64>) {
    with total.lock().unwrap() as guard {
        *guard += 1;
    }
}
