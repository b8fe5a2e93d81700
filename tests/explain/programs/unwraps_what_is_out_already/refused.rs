use parking_lot::Mutex;

pub fn add(total: &Mutex<u64>) {
    *total.lock().unwrap() += 1;
}
