use std::sync::{Condvar, Mutex};

pub fn acquire(permits: &Mutex<usize>, returned: &Condvar) {
    let mut permits = permits.lock().unwrap();
    permits = returned.wait_while(permits, |permits| *permits == 0).unwrap();
    *permits -= 1;
}
