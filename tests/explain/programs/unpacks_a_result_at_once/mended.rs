use std::sync::{Condvar, Mutex};
use std::time::Duration;

pub fn wait(ready: &Mutex<bool>, changed: &Condvar) -> bool {
    let guard = ready.lock().unwrap();
    let (guard, _) = changed.wait_timeout_while(guard, Duration::from_secs(1), |ready| !*ready).unwrap();
    *guard
}
