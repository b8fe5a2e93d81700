use std::sync::Mutex;

pub fn next(total: &Mutex<u64>, amount: u64) -> u64 {
    let guard = total.lock().unwrap();
    amount + *guard
}
