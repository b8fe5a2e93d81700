#![deny(unused_must_use)]

use std::sync::{Condvar, Mutex};

pub fn acquire(permits: &Mutex<usize>, returned: &Condvar) {
    let guard = permits.lock().unwrap();
    let mut guard = returned.wait_while(guard, |permits| *permits == 0).unwrap();
    *guard -= 1;
}
