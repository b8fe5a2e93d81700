use parking_lot::{Condvar, Mutex};

pub fn wait(ready: &Mutex<bool>, changed: &Condvar) {
    let mut guard = ready.lock();
    while !*guard {
        changed.wait();
    }
}
