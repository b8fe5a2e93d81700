use std::sync::Mutex;

pub fn add(mut total: Mutex<u64>) -> Mutex<u64> {
    total += 1;
    total
}
