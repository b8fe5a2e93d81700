use std::sync::{Condvar, Mutex};

pub fn wait(permits: &Mutex<usize>, changed: &Condvar, wanted: usize) {
    let guard = permits.lock().unwrap();
    drop(changed.wait_while(guard, |permits| permits < &wanted));
}
