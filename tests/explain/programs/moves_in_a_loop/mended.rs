use std::sync::{Arc, Mutex};
use std::thread;

pub fn count(threads: usize) {
    let total = Arc::new(Mutex::new(0));
    for _ in 0..threads {
        let total = Arc::clone(&total);
        thread::spawn(move || *total.lock().unwrap() += 1);
    }
}
