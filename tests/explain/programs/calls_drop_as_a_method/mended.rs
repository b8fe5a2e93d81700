use std::sync::Mutex;

pub fn release(permits: &Mutex<usize>) {
    let mut permits = permits.lock().unwrap();
    *permits += 1;
    drop(permits);
}
