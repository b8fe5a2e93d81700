use std::sync::{Condvar, Mutex};
use std::time::Duration;

pub fn wait(ready: &Mutex<bool>, changed: &Condvar, limit: Duration) -> bool {
    let guard = ready.lock().unwrap();
    let (guard, _) = changed.wait_timeout(guard, limit).unwrap();
    *guard
}
