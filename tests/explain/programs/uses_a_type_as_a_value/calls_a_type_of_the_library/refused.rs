use std::sync::Mutex;

pub fn total() -> Mutex<u64> {
    Mutex(0)
}
