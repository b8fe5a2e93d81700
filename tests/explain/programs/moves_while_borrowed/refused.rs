use std::sync::Mutex;

pub fn take(total: Mutex<u64>) -> u64 {
    let guard = total.lock().unwrap();
    let value = total.into_inner().unwrap();
    drop(guard);
    value
}
