use std::sync::Mutex;

pub fn collect(number: u64) {
    let results = Mutex::new(Vec::new());
    results.lock().unwrap().push(number);
}
