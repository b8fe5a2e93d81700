use std::sync::Mutex;

pub fn release(total: &Mutex<u64>) {
    let guard = total.lock().unwrap();
    drop(guard);
}
