use std::sync::Mutex;

pub fn with(value: &Mutex<Vec<u64>>, job: impl FnOnce(&mut Vec<u64>)) {
    let mut guard = value.lock().unwrap();
    job(&mut guard);
}
