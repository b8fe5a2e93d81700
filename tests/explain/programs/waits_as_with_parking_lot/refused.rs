use std::sync::{Condvar, Mutex};

pub fn wait(ready: &Mutex<bool>, changed: &Condvar) {
    let mut guard = ready.lock().unwrap();
    while !*guard {
        changed.wait(&mut guard);
    }
}
