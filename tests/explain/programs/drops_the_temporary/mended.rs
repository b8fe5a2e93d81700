use std::sync::Mutex;

pub fn one() -> u64 {
    let total = Mutex::new(1);
    let guard = total.lock().unwrap();
    *guard
}
