use std::sync::Mutex;

pub fn with(value: &Mutex<Vec<u64>>, job: impl FnOnce(&mut Vec<u64>)) {
    job(*value);
}
