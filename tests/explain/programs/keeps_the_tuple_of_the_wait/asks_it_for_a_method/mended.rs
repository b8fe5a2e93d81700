use std::sync::{Condvar, Mutex};
use std::time::Duration;

pub fn wait(items: &Mutex<Vec<u64>>, changed: &Condvar, limit: Duration) {
    let guard = items.lock().unwrap();
    let (mut guard, _) = changed.wait_timeout_while(guard, limit, |items| items.len() > 1).unwrap();
    guard.push(1);
}
