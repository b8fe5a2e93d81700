use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize) {
    let total = Mutex::new(0);
    for _ in 0..threads {
        thread::spawn(move || *total.lock().unwrap() += 1);
    }
}
