use std::sync::Mutex;

pub fn work(lock: &Mutex<()>, safe: bool) {
    let guard = if safe { lock.lock().unwrap() } else { None };
    drop(guard);
}
