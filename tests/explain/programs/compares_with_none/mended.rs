use parking_lot::Mutex;

pub fn add(total: &Mutex<u64>) -> bool {
    let guard = total.try_lock();
    if guard.is_none() {
        return false;
    }
    true
}
