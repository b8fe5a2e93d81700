use parking_lot::Mutex;
use std::sync::Condvar;

pub fn wait(ready: &Mutex<bool>, changed: &Condvar) {
    let mut guard = ready.lock();
    while !*guard {
        guard = changed.wait(guard).unwrap();
    }
}
