use std::sync::Mutex;

pub fn take(total: Mutex<u64>) -> u64 {
    let guard = total.lock().unwrap();
    drop(guard);
    total.into_inner().unwrap()
}
