use parking_lot::Mutex;

pub fn with(total: &Mutex<u64>, job: impl FnOnce(&mut u64)) {
    let mut guard = total.lock();
    job(&guard);
}
