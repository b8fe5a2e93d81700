use std::sync::{Condvar, Mutex};

pub fn wait(ready: &Mutex<bool>, changed: &Condvar) {
    let guard = ready.lock().unwrap();
    drop(changed.wait_while(guard, |ready| !*ready));
}
