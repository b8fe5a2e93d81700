use std::sync::{Condvar, Mutex};
use std::time::Duration;

pub fn wait(ready: &Mutex<bool>, changed: &Condvar, limit: Duration) -> bool {
    let mut guard = ready.lock().unwrap();
    guard = changed.wait_timeout(guard, limit).unwrap();
    *guard
}
