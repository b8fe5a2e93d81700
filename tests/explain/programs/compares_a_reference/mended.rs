use std::sync::{Condvar, Mutex};

pub fn wait(permits: &Mutex<usize>, returned: &Condvar) {
    let guard = permits.lock().unwrap();
    *returned.wait_while(guard, |permits| *permits == 0).unwrap() -= 1;
}
